export type StaffId = string
export type CustomerId = string

export interface Staff {
  readonly id: StaffId
  readonly name: string
  /** A CSS colour name of the theme's palette, to tell people apart at a glance. */
  readonly colour: string
  readonly email: string | null
  /** Plain text placed under every mail this person sends. */
  readonly signature: string
  readonly active: boolean
}

/** How a customer is addressed: the Dutch formal or informal *you*. In English it changes nothing. */
export type FormOfAddress = 'u' | 'je'
export type Language = 'nl' | 'en'
