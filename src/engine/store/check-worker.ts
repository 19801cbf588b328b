import { parentPort, workerData } from 'node:worker_threads'
import { checkHere } from './check.ts'
import type { CheckAnswer, CheckDepth } from './check.ts'

const { file, depth } = workerData as { readonly file: string; readonly depth: CheckDepth }
parentPort!.postMessage({ wrong: checkHere(file, depth) } satisfies CheckAnswer)
