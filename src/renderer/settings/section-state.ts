import { create } from 'zustand'

export const SECTIONS = [
  'business',
  'hours',
  'people',
  'mailboxes',
  'templates',
  'notifications',
  'appearance',
  'backups',
  'privacy',
  'practice',
  'about',
] as const
export type Section = (typeof SECTIONS)[number]

/** Which settings are in sight. Kept while the window lives, so that a detour comes back to the same place. */
export const useSection = create<{ readonly section: Section; show(section: Section): void }>()((set) => ({
  section: 'business',
  show: (section) => set({ section }),
}))
