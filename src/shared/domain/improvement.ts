/** Something that should work better: seen, being worked on, or done with a result. */
export const IMPROVEMENT_STATUSES = ['noticed', 'doing', 'done'] as const
export type ImprovementStatus = (typeof IMPROVEMENT_STATUSES)[number]
