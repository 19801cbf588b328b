import type { FormOfAddress, Language } from './people.ts'

/** What a template is for. */
export const TEMPLATE_KINDS = [
  'acknowledgement',
  'holding',
  'answer',
  'delay',
  'apology',
  'cost',
  'what-suits',
  'closing',
  'thanks',
] as const
export type TemplateKind = (typeof TEMPLATE_KINDS)[number]

/** A reply text with fields such as {{customer}} and {{moment}}. Built-in ones live in resources/templates. */
export interface Template {
  readonly id: string
  readonly kind: TemplateKind
  readonly language: Language
  readonly address: FormOfAddress
  readonly title: string
  readonly body: string
  readonly builtIn: boolean
}

/** The fields a template may use; anything else between {{ }} is typed by hand before sending. */
export const TEMPLATE_FIELDS = ['customer', 'subject', 'moment', 'staff', 'business'] as const
export type TemplateField = (typeof TEMPLATE_FIELDS)[number]
