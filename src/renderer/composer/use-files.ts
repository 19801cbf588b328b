import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useDrafts } from './drafts.ts'
import { keepFile, troubleWith } from './files.ts'
import type { DraftFile, FileTrouble } from './files.ts'

const NONE: readonly DraftFile[] = []

export interface Files {
  readonly files: readonly DraftFile[]
  /** Why the last one that was offered is not among them. */
  readonly trouble: FileTrouble | null
  add(offered: readonly File[]): void
  remove(id: string): void
}

/** What goes along with the draft of a case. */
export function useFiles(caseId: string): Files {
  const files = useDrafts(({ drafts }) => drafts[caseId]?.files) ?? NONE
  const [trouble, setTrouble] = useState<FileTrouble | null>(null)
  // While bytes are being kept the draft may go on: it is read anew each time.
  const present = (): readonly DraftFile[] => useDrafts.getState().drafts[caseId]?.files ?? NONE
  const put = (next: readonly DraftFile[]): void => useDrafts.getState().change(caseId, { files: next })

  const addOne = async (file: File): Promise<FileTrouble | null> => {
    const wrong = troubleWith(present(), file)
    if (wrong !== null) return wrong
    const id = newId()
    try {
      // A folder looks like a file until it is read.
      await keepFile(id, new Blob([await file.arrayBuffer()], { type: file.type }))
    } catch {
      return { why: 'unreadable', name: file.name }
    }
    put([...present(), { id, name: file.name, mediaType: file.type, size: file.size }])
    return null
  }
  const add = async (offered: readonly File[]): Promise<void> => {
    let wrong: FileTrouble | null = null
    for (const file of offered) wrong = (await addOne(file)) ?? wrong
    setTrouble(wrong)
  }
  return {
    files,
    trouble,
    add: (offered) => void add(offered),
    remove: (id) => {
      setTrouble(null)
      put(present().filter((file) => file.id !== id))
    },
  }
}
