/** What a field of a form is for. `other` is known but tells nothing of the visitor; `machine` was added by the form's program. */
export type FieldRole =
  'name' | 'first-name' | 'last-name' | 'email' | 'phone' | 'subject' | 'message' | 'company' | 'other' | 'machine'

export interface FormField {
  readonly role: FieldRole
  readonly label: string
  /** May hold several lines. */
  readonly value: string
  /** Position of the label among the filled lines of the mail. */
  readonly line: number
}

const LABELS: Readonly<Record<FieldRole, string>> = {
  name: 'naam|volledige naam|voor en achternaam|voornaam en achternaam|naam en voornaam|contactpersoon|naam contactpersoon|afzender|van|name|full name|first and last name|contact name|contact person|from|sender|sender name|customer name',
  'first-name': 'voornaam|first name|firstname|first|given name',
  'last-name': 'achternaam|last name|lastname|last|surname|family name',
  email:
    'e mail|email|mail|e mailadres|emailadres|e mail adres|email adres|mailadres|mail adres|e mail address|email address|email id|sender email|from email|reply to',
  phone:
    'telefoon|telefoonnummer|telefoon nummer|telefoonnr|tel|tel nr|telnr|mobiel|mobiele telefoon|mobiel nummer|mobiele nummer|mobiel telefoonnummer|gsm|06 nummer|phone|phone number|phone no|telephone|telephone number|mobile|mobile number|mobile phone|cell|cell phone|contact number|daytime phone',
  subject: 'onderwerp|betreft|subject|topic|reason for contact|onderwerp van uw vraag',
  message:
    'bericht|bericht inhoud|berichtinhoud|inhoud bericht|inhoud|vraag|vragen|opmerking|opmerkingen|vraag opmerking|vraag of opmerking|vragen of opmerkingen|vragen en opmerkingen|vragen opmerkingen|vraag en of opmerking|toelichting|omschrijving|reactie|klacht|aanvraag|tekst|message|message body|body|comment|comments|comment or message|comments or questions|comments questions|question|questions|question or comment|questions or comments|enquiry|inquiry|details|description|how can we help|how can we help you|what can we do for you|waar kunnen we mee helpen|waar kunnen wij mee helpen|waarmee kunnen we helpen|waarmee kunnen wij helpen|waarmee kunnen we u helpen|waarmee kunnen wij u helpen|waarmee kunnen we je helpen|hoe kunnen we helpen|hoe kunnen wij helpen|hoe kunnen we u helpen|hoe kunnen we je helpen',
  company:
    'bedrijf|bedrijfsnaam|naam bedrijf|organisatie|company|company name|business|business name|organisation|organization',
  other:
    'adres|straat|straatnaam|huisnummer|postcode|plaats|woonplaats|stad|land|address|street|city|town|zip|zip code|postal code|country|datum|tijd|gewenste datum|date|time|ordernummer|bestelnummer|klantnummer|factuurnummer|order number|customer number|website|akkoord|privacy|consent|nieuwsbrief|newsletter|aanhef|title|geslacht',
  machine:
    'pagina|pagina url|pagina titel|page|page url|page title|url|referer|referrer|user agent|useragent|browser|remote ip|extern ip|externe ip|external ip|ip|ip adres|ip address|powered by|mogelijk gemaakt door|aangedreven door|form|formulier|form name|formuliernaam|form id|country code|submitted on|submitted at|sent on|sent from|verzonden op|verzonden vanaf|ingezonden op|verstuurd op|entry id|time submitted|date submitted',
}

const ROLE_OF = new Map(
  (Object.entries(LABELS) as [FieldRole, string][]).flatMap(([role, labels]) =>
    labels.split('|').map((label) => [label, role] as const),
  ),
)

const MOST_LINES = 1_000
const LONGEST_LABEL = 60

/** The labelled fields in a text, in order: `Label: value`, `Label = value`, cells apart by a tab, or the value on the lines below. */
export function readFields(text: string): FormField[] {
  const lines = text.slice(0, 60_000).split(/\r\n|\r|\n/, MOST_LINES)
  const fields: { role: FieldRole; label: string; value: string[]; line: number }[] = []
  let open = false
  let filled = 0
  for (const line of lines) {
    if (line.trim() !== '') filled += 1
    const current = fields.at(-1)
    const started = startOfField(line, open && current?.role === 'message')
    if (started !== null && !(open && current?.role === 'message' && belongsToMessage(started.role, fields))) {
      fields.push({
        role: started.role,
        label: started.label,
        value: started.rest === '' ? [] : [started.rest],
        line: filled - 1,
      })
      open = true
    } else if (isRule(line)) {
      open = false
    } else if (open && current) {
      const blank = line.trim() === ''
      // A short value ends at the blank line below it; a message has paragraphs.
      if (blank && current.role !== 'message') open = current.value.length === 0
      else current.value.push(line.trim())
    }
  }
  return fields.map(({ role, label, value, line }) => ({ role, label, value: value.join('\n').trim(), line }))
}

/** People write "Datum: 3 mei" in a message; what the form's program adds, and fields not yet seen, do end it. */
function belongsToMessage(role: FieldRole, fields: readonly { role: FieldRole }[]): boolean {
  if (role === 'machine') return false
  return role === 'other' || role === 'message' || (role !== 'email' && fields.some((field) => field.role === role))
}

function isRule(line: string): boolean {
  return /^\s*(?:-{2,}|_{3,}|={3,}|\*{3,}) ?$/.test(line.slice(0, 200))
}

/** The label at the start of this line with what follows it on the line; null when it starts with none. */
function startOfField(line: string, inMessage: boolean): { role: FieldRole; label: string; rest: string } | null {
  const bare = line.slice(0, 20_000).replace(/^[\s>*•·_#-]+/, '')
  const mark = bare.slice(0, LONGEST_LABEL + 1).search(/[:=\t：]|\?(?=\s|$)/u)
  const label = mark < 0 ? bare.trim() : bare.slice(0, mark)
  if (label.length > LONGEST_LABEL) return null
  const role = ROLE_OF.get(normaliseLabel(label))
  if (role === undefined) return null
  if (mark >= 0) return { role, label: label.trim(), rest: cleanValue(bare.slice(mark + 1)) }
  // A word alone on a line is a label only where a value may follow; in a message "Vraag" is a word.
  return inMessage ? null : { role, label, rest: '' }
}

function cleanValue(value: string): string {
  return value
    .replace(/^[\s:*=]+/, '')
    .replace(/[\s*]{1,20000}$/, '')
    .trim()
}

/** "*Uw E-mailadres (verplicht)*" → "e mailadres". */
export function normaliseLabel(label: string): string {
  return label
    .toLowerCase()
    .replace(/\([^()]{0,40}\)|\[[^[\]]{0,40}\]/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:(?:uw|je|jouw|your|the|het|de|required|verplicht) )+/, '')
    .replace(/ (?:verplicht|required|optioneel|optional)$/, '')
}
