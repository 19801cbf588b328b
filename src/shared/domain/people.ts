export type StaffId = string
export type CustomerId = string

/** How a customer is addressed: the Dutch formal or informal *you*. In English it changes nothing. */
export type FormOfAddress = 'u' | 'je'
export type Language = 'nl' | 'en'
