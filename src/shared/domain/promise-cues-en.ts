import { any, find } from './promise-cue.ts'
import type { PromiseCues } from './promise-cue.ts'

// How a shop promises in English, and how it does not.

const EN_DO =
  any(`call ring phone telephone email e-mail mail write text message whatsapp send post forward contact update inform notify
  reply respond answer confirm check look find sort fix repair deliver ship bring drop visit come arrive refund pay transfer arrange
  report replace discuss speak talk tell give have do let complete finish finalise prepare book order collect install dispatch return try collect handle
  share provide investigate handle deal follow chase show advise explain review process resolve`)
const EN_DOING =
  any(`trying collecting updating informing calling ringing phoning emailing mailing writing texting sending posting coming delivering shipping visiting getting
  dropping bringing contacting following repairing`)
const EN_DONE =
  any(`ready delivered shipped sent posted repaired fixed paid refunded transferred done sorted finished completed
  dispatched installed replaced returned processed resolved collected answered available credited handled prepared emailed`)
/** What we may be doing without promising anything. */
const EN_NOT_OUR_DOING =
  '(?!(?:clos|open|start|hav|receiv|meet|launch|host|hold|see|mov|leav|travel|attend|work|rain|snow|celebrat|tak|go|look|hop|organis|organiz|train|runn|wait|expect|offer|sell|stay)[a-z]*ing)'
const EN_WILL = `(?<!you )will|(?!you'll)[a-z]+'ll|shall|[a-z]+'m going to|[a-z]+'re going to|am going to|are going to|is going to|aim to|aims to|try to|tries to|strive to|endeavour to|intend to|promise to|plan to|do (?:my|our) best to|expect to(?: be able to)?`
/** What we are, do or feel without promising anything: after "I will" any other verb counts. */
const EN_NO_DEED =
  any(`be have see miss need celebrate attend travel close open move hope wait stay work go know want like love remain
  look not never probably hopefully likely then also always only still now soon personally gladly certainly definitely of course try
  start begin launch host hold spend enjoy continue expect receive hear meet`)
/** Who is not us: what they do is no promise of ours. */
const EN_OTHERS = any(
  `supplier manufacturer importer wholesaler bank police customer council insurer insurance factory customs warehouse government`,
)
const EN_PEOPLE =
  any(`mechanic engineer plumber courier driver fitter technician colleague team painter electrician gardener cleaner doctor
  dentist vet nurse lawyer accountant manager planner adviser advisor agent specialist workshop builder carpenter decorator`)

export const ENGLISH_CUES: PromiseCues = {
  says: [
    find(`(?:${EN_WILL}) (?:(?!you )[^\\s]+ ){0,5}?(?:${EN_DO})`),
    find(
      `(?:${EN_WILL}) .*(?:be in touch|get in touch|reach out|get back to|come back to|be with you|get this|get it|get your|get you|make sure|know more|pop)`,
    ),
    find(
      `(?:i|we|he|she|they) (?:(?:always|usually|normally|then|do) )?(?:call|ring|phone|email|reply|respond|answer|get back|come back|send|promise|guarantee|commit)`,
    ),
    find(`(?:i|we) can (?:promise|guarantee|assure|confirm)`),
    find(`(?:will|[a-z]+'ll) be ${EN_NOT_OUR_DOING}[a-z]+ing`),
    find(`should (?:reach|arrive|be with|have reached)`),
    find(`(?:should|ought to) be (?:${EN_DONE})|will follow|to follow|follows`),
    find(`revert to you|you (?:get|receive)`),
    find(`(?:an|your|our) (?:answer|reply|response|quote) (?:is |comes )?(?:by|before|within|on|tomorrow|today)`),
    find(`your [a-z]+(?: [a-z]+)? (?:will|is going to) (?:go out|leave|arrive|follow|come|reach|ship|be)`),
    find(
      `(?:${EN_PEOPLE}) (?:comes|calls|visits|rings|arrives|starts|begins|delivers|will(?! be (?:off|away|out|back)))`,
    ),
    find(
      `(?:i|we)(?:'ll| will| shall|'m going to|'re going to| am going to| are going to) (?:(?:also|then|personally|gladly|certainly|definitely|of course|now|first|try to|make sure to) )*(?!(?:${EN_NO_DEED})(?![a-z]))[a-z]{2,}`,
    ),
    find(`your [a-z]+(?: [a-z]+)? (?:goes out|is on its way|ships|arrives)`),
    find(`be back (?:to|with) (?:you|an answer|a)`),
    find(`(?:he's|she's|(?:${EN_PEOPLE}|someone|somebody) is) (?:${EN_DOING})`),
    find(`(?:i'm|we're|i am|we are) ${EN_NOT_OUR_DOING}[a-z]+ing`),
    find(`have .*ready|be there|be at your`),
    find(`(?:call|ring|phone|telephone|email|text|update|contact|inform|notify|message) you`),
    find(`let you know|get back to you|come back to you|in touch|follow up with you`),
    find(`you(?:'ll| will| should| shall) (?:[^\\s]+ ){0,4}?(?:hear|get|receive|know|see|find)`),
    find(`you(?:'ll| will| should| shall) (?:[^\\s]+ ){0,4}?have(?! to(?![a-z]))`),
    find(`you(?:'ll| will| shall) be (?:called|contacted|phoned|emailed|informed|notified|refunded|told)`),
    find(
      `(?:you )?(?:can|may) (?:expect|count on|rely on)|^\\W*expect (?:a|an|our|my|to hear)|expect (?:a|our|my) (?:call|reply|answer)`,
    ),
    find(
      `(?:will|[a-z]+'ll|shall|going to) (?:[^\\s]+ ){0,3}?be (?:[^\\s]+ ){0,3}?(?:${EN_DONE}|with you|in your|on its way|at your)`,
    ),
    find(`(?:is|are) ready`),
  ],
  saysOn: [find(`${EN_DO}|get back|get in touch|be in touch`)],
  ourSubject: find(`i|we|i'll|we'll|let me|my colleague|our [a-z]+`),
  denies: /(?<!\p{L})(?:not(?! later)|never|cannot|no longer|unable|nobody)(?!\p{L})|n't(?!\p{L})/u,
  unsays: [
    find(`hope|hopes|hopefully|maybe|perhaps|might|(?<!as )possible|possibly|probably|likely`),
    find(`would|could|should have|was|were|had|did|used to|tried|wanted|attempted|forgot|meant|managed`),
    find(
      `you (?:can|could|may|must|need|have to|should)(?! expect| count| rely| hear| get| receive| know| have (?:an|a|our|my|your|the|it))|you will (?:have|need) to`,
    ),
    find(`(?:i|we) (?:can|could|may)(?! promise| guarantee| assure| confirm| have)`),
    /^\W*(?:and |so |then |kindly |just )*(?:please|kindly)(?!\p{L})(?! allow me| let me| bear)/u,
    find(
      `please(?! allow me| let me| bear)|(?:call|ring|phone|email|text|contact|tell|send|let|give|write to) (?:us|me)(?! (?:check|find|look|ask|see))|hearing from you|hear from you|look forward|looking forward`,
    ),
    find(`be (?:renewed|charged|debited|expired|cancelled|postponed|extended|terminated)`),
    new RegExp(
      `^\\W*(?:the|our|your|a) (?:${EN_OTHERS}|tax office)(?![a-z])(?!.*(?<![a-z])(?:i|we|i'll|we'll)(?![a-z]))`,
      'u',
    ),
    find(`(?:if|unless|in case|should|when|once) you(?! (?:like|wish|prefer|don't mind|agree))`),
    find(
      `holiday|on leave|day off|closed|back in the office|out of (?:the )?office|available by phone|(?:am|is|are|be|i'm|we're) (?:[^\\s]+ )?(?:off|open|away|back(?! to you| with)|out|shut)|expires?|(?:will|'ll) (?:start|begin|end|close|open)`,
    ),
    find(
      `if (?:possible|all goes well|i can|we can|i get the chance|i have time)|time permitting|all being well|subject to`,
    ),
    find(`(?:i|we|i've|we've) (?:have|received|called|sent|spoke|emailed|asked|phoned|rang)`),
  ],
  unsaysAll: [
    find(`you (?:said|wrote|asked|told|mentioned|called|emailed|thought|wanted)`),
    /^\W*(?:if|unless|in case|should|when|once) you(?!\p{L})(?! (?:like|wish|prefer|agree))/u,
    /^\W*(?:just |simply |then |so |do )*(?:bring|come|drop|send|call|ring|give us|let us|feel free)(?!\p{L})(?! you)/u,
  ],
  conjunctions: /,|;|:(?!\d)|\s(?=(?:but|and|because|so|since|or|then)\s)|\s[-–—]\s/gu,
  asks: /^\W*(?:shall|will|can|could|may|would|should|is|are|do|does|did|have|when|what|which|how|why) (?:i|we|you|it|that|the|there|friday|time|day|me)(?!\p{L})/u,
  follows: find(`then|afterwards|(?:the )?same day|that day|straight away|right away|immediately`),
  otherMoment:
    /(?:^|[^\p{L}])(?:from|since|(?<!give (?:me|us) )(?:until|till)|as of|starting|valid until|(?<!end |start |middle |beginning |rest |close )of)\s+(?:the\s+)?$/u,
}
