import { v7 as newId } from 'uuid'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { CaseView } from '../../shared/contract/cases.ts'
import { chooseFate, newDraft } from './draft.ts'
import type { Draft } from './draft.ts'
import { forgetOthers } from './files.ts'

interface Drafts {
  /** By case. Kept in this PC's own storage with every keystroke, so that a power cut costs nothing. */
  readonly drafts: Readonly<Record<string, Draft>>
  /** Opens the draft of a case, or starts one; `aim` says what the reply is for. */
  begin(shown: CaseView, aim?: { readonly keeps: string } | { readonly renegotiates: string }): void
  change(caseId: string, change: Partial<Draft>): void
  setOpen(caseId: string, open: boolean): void
  /** It was sent or thrown away. */
  drop(caseId: string): void
  /** It was taken back: the same words, as a new mail. */
  restore(caseId: string, draft: Draft): void
}

const freshIds = () => ({ contactId: newId(), promiseId: newId() })

export const useDrafts = create<Drafts>()(
  persist(
    (set, get) => {
      const put = (caseId: string, draft: Draft): void => {
        set(({ drafts }) => ({ drafts: { ...drafts, [caseId]: draft } }))
      }
      return {
        drafts: {},
        begin: (shown, aim) => {
          const draft = { ...(get().drafts[shown.id] ?? newDraft(shown, freshIds())), open: true }
          if (aim === undefined) return put(shown.id, draft)
          const [promiseId, fate] =
            'keeps' in aim ? ([aim.keeps, 'kept'] as const) : ([aim.renegotiates, 'replaced'] as const)
          put(shown.id, { ...draft, fates: chooseFate(draft.fates, promiseId, fate) })
        },
        change: (caseId, change) => {
          const draft = get().drafts[caseId]
          if (draft !== undefined) put(caseId, { ...draft, ...change })
        },
        setOpen: (caseId, open) => get().change(caseId, { open }),
        drop: (caseId) => set(({ drafts }) => ({ drafts: without(drafts, caseId) })),
        restore: (caseId, draft) => put(caseId, { ...draft, ...freshIds(), open: true }),
      }
    },
    { name: 'drafts', version: 1, migrate: withFiles },
  ),
)

/** Drafts of before anything could hang on them. */
function withFiles(stored: unknown): Pick<Drafts, 'drafts'> {
  const { drafts } = stored as Pick<Drafts, 'drafts'>
  return { drafts: Object.fromEntries(Object.entries(drafts).map(([id, draft]) => [id, { ...draft, files: [] }])) }
}

const hanging = Object.values(useDrafts.getState().drafts).flatMap(({ files }) => files.map(({ id }) => id))
// Whatever can't be cleared away now is cleared away another time.
void forgetOthers(new Set(hanging)).catch(() => undefined)

function without(drafts: Readonly<Record<string, Draft>>, caseId: string): Readonly<Record<string, Draft>> {
  return Object.fromEntries(Object.entries(drafts).filter(([id]) => id !== caseId))
}
