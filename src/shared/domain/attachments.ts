import { sentencesOf } from './sentences.ts'

/**
 * Bytes of all attachments of one mail together, before encoding. Most servers take 25 MB after it, and base64 makes a mail a
 * third longer.
 */
export const MOST_ATTACHED = 18 * 1024 * 1024
export const MOST_ATTACHMENTS = 20

const MENTIONS = [
  /(?<!\p{L})(?:in |als |met )?(?:de |een |deze |onze |mijn )?bijlagen?(?!\p{L})/iu,
  /(?<!\p{L})(?:bijgevoegde?|bijgesloten|ingesloten|toegevoegde? (?:bestand|document|foto|offerte|factuur))(?!\p{L})/iu,
  /(?<!\p{L})(?:stuur|vindt?|ontvangt?) (?:u |je |ik )?hierbij(?!\p{L})|(?<!\p{L})hierbij (?:stuur|vindt?|ontvangt?)(?!\p{L})/iu,
  /(?<!\p{L})attach(?:ments?|ing|ed)(?!\p{L})(?! to (?:the|a|an|your|its|it) (?!e?-?mail|message))/iu,
  /(?<!\p{L})(?:i|we) (?:have )?enclosed?(?!\p{L})|(?<!\p{L})(?:enclosed|please find)(?: is| are| you will find| the| our)(?!\p{L})/iu,
]

/** Theirs, or none: nothing of ours needs to go along. */
const THEIRS =
  /(?<!\p{L})(?:uw|je|jouw|jullie|zonder|geen|your|no|without(?: an?| the)?) (?:\p{L}+ )?(?:bijlagen?|attachments?|strings)(?!\p{L})|bijlagen? (?:die|dat|van) (?:u|je|jij|jullie)(?!\p{L})|attach(?:ments?|ed)? (?:that |which )?(?:you|from you)(?!\p{L})|(?<!\p{L})you (?:have )?attached(?!\p{L})|strings attached/iu

/** Whether the writer says that something comes along, in Dutch or English. */
export function mentionsAttachment(text: string): boolean {
  return sentencesOf(text).some(
    (sentence) => !THEIRS.test(sentence.text) && MENTIONS.some((one) => one.test(sentence.text)),
  )
}
