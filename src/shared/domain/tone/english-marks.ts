import { IN_DIARY, MOMENT, NT, NUMBER, NUMBERS, TERM, WE, workingDaysIn } from './english-words.ts'
import { isLongTerm, MOMENT_FIELD, openings, phrases, QUESTION, says } from './rules.ts'
import type { ToneRule } from './rules.ts'

const vagueTime: ToneRule = {
  category: 'vague-time',
  signs: [
    phrases(
      'as (?:soon|quickly|fast|promptly|speedily) as (?:possible|we can|i can|we are able|i am able|practicable|may be)|a\\.?s\\.?a\\.?p\\.?|soonest',
      `as soon as (?:${WE}|there|it|this|that|the|our|they|he|she)`,
      '(?:very )?shortly(?! (?:after|before|afterwards|past))|before (?:too )?long|in due (?:course|time)|in (?:a|good) (?:little |short )?while|in a bit|momentarily|presently|imminently',
      'in (?:the|a) (?:very )?(?:near|foreseeable|not too distant) future|at (?:our|my|the) earliest (?:convenience|opportunity|possible (?:moment|opportunity|convenience))',
      'at (?:some|a later) (?:point|stage|time|date)|one of these days|some ?time soon|sooner or later|any (?:day|time|minute) now',
      '(?:very |quite |fairly )?soon(?! as| after| enough| before| to be)',
      "(?:in|over) the (?:coming|next few|next couple of|following) (?:days|weeks|hours|months)|(?:within|in) (?:a few|a couple of|several|some|the next few) (?:working |business )?(?:days|weeks|hours)(?:['’] time)?",
      '(?:in a timely (?:manner|fashion)|(?:within|in) (?:a )?(?:reasonable|short) (?:time|period|while))',
      `(?:when|once|whenever) ${WE} (?:can|(?:get|have|find) (?:a|some|the) (?:moment|chance|time|minute)|(?:know|have|hear|receive) (?:more|news|it|them|anything))`,
      'once (?:the|your|our|a) ~2 (?:is|are|has|have)',
      '(?:speedy|swift|prompt|quick|timely) (?:solution|reply|response|answer|resolution|delivery)',
      `the (?:moment|minute|instant) (?:${WE}|it) ~2 can|when time (?:allows|permits)|with (?:all |great )?(?:urgency|haste)`,
      '(?:reply|respond|answer|call|ring|contact|write|ship|send|deal|get|come) ~4 (?:promptly|quickly|swiftly|speedily)',
      '(?:call|ring|write|email|contact|reply|look|do|send|answer|come|get) ~4 later(?! today| this| on)',
    ),
  ],
  unless: [
    says(...MOMENT),
    MOMENT_FIELD,
    QUESTION,
    says(
      '(?:thank|thanks) ~5 (?:swift|prompt|quick|speedy|timely|soon)|so soon|(?:see|meet|speak|talk)(?: to)?(?: you)? ~1 soon|(?:well|better) soon|(?:too|how|no) soon(?:er)?|the sooner',
    ),
    // What the customer wants is theirs to say.
    says(
      'you ~4 (?:need|want|wanted|needed|asked|wrote|said|hoped|would like|wish|mentioned)',
      'as soon as you|at your (?:earliest )?(?:convenience|leisure)|(?:could|would|can) you',
    ),
  ],
}

const CANT = `(?:ca${NT}|cannot|can not|wo${NT}|will not|(?:am|are|['’]m|['’]re) (?:unable|not able|not in a position) to|are${NT} able to)`
const DOING = '(?:do|offer|accept|deliver|give|make|sell|take|repair|refund|exchange|provide|ship|stock|hire|allow)'
/** Words that make of a no a kindness. */
const KIND_NO = says(
  `no (?:problem|problems|worries|need|trouble|charge|rush|hurry|doubt|later than|obligation|bother|matter|extra|fee|cost|pressure|sooner)|not at all|of course not|no, (?:that|it)(?:['’]s| is) (?:fine|ok|okay|all right|alright|great|free|correct|no)|no\\.? \\d+`,
  `(?:ca${NT}|cannot|can not) (?:wait|thank|apologi[sz]e|imagine|stress|recommend|praise|be too|help (?:but|\\p{L}{2,20}ing)|tell you how|fault|but)|need not|not only|not impossible|nothing is impossible`,
  `(?:do|does|did|will|would|need)(?: not|${NT}) (?:need|matter|mind|have to|cost)|(?:nothing|no) to pay|(?:free of|without) charge`,
  '(?:not|nothing) ~1 (?:late|expensive|early|much|disturbing|bothering|interrupting|troubling|alone|silly|wrong|to blame)|not the only one',
)
/** What is possible, said in the same breath. */
const POSSIBLE = says(
  `but(?!.{0,60}(?:${NT}|cannot|\\bnot\\b|unable|impossible)) ~4 (?:can|could|do|will|have|offer)|but ~3 (?:is|are)(?=[.,;!]|$)|but ~1 (?:${MOMENT.join('|')})|instead|alternatively|as an alternative`,
  `what ${WE} can (?:do|offer)|(?<!nothing (?:more |else |that )?)${WE} can ~1 (?:offer|lend|give|do|arrange|send)|${WE} (?:could|do have|do offer)(?! not|${NT})`,
  'you (?:can|could|may) ~3 (?:choose|collect|have|hire|buy|get)',
)
const CONDITION = /^(?:and |but |even )?(?:if|should|unless|when|in case)\s/iu
const bareNo: ToneRule = {
  category: 'bare-no',
  signs: [
    openings(
      "(?:(?:sorry|unfortunately|i['’]?a?m afraid|i am afraid|i am sorry|i['’]m sorry|we are sorry|regrettably),?(?: but)?,? )?no(?=[,.!;:]|$| (?:we|i|you|that|it|this|refunds|exchanges|returns|discounts)(?!\\p{L}))",
      "(?:unfortunately|sorry|regrettably|i['’]m afraid|i am afraid),? not(?! only)",
    ),
    phrases(
      'the answer is ~1 no',
      `(?:we|i|our mechanic|our team)['’](?:re|m) (?:unable|not able|not in a position) to|(?:we|i|our mechanic|our team) ~2 ${CANT}`,
      `(?:not|no longer|is${NT}|are${NT}|wo${NT} be|was${NT}) ~1 (?:possible|feasible|available|an option|doable)|(?<!seemed |looked |thought )impossible|out of the question|not something ${WE} ~1 (?:do|offer|can do)`,
      `(?:ca${NT}|cannot|can not|wo${NT}|will not|could not) be ~1 (?:done|changed|moved|refunded|returned|exchanged|repaired|cancelled|made|altered|extended|accepted|delivered)`,
      'nothing ~4 (?:can|could|able to) ~2 do(?! about)|nothing to be done|no (?:way|chance|options?|choice|possibility|possibilities)|beyond repair|refuse|(?:have to|must) (?:decline|refuse|reject)|turn(?:ed)? down|(?:declined|rejected)',
      `${WE} (?:do${NT}|do not|never|no longer) ~1 (?:${DOING}|have (?:that|those|it|this|them|any))`,
      `(?:that|this|it) (?:wo${NT}|will not|is not going to|is${NT} going to) (?:work|happen|be possible)|you (?:wo${NT}|will not|cannot|ca${NT}) (?:get|have|receive|be given)`,
      `(?:do|does)(?: not|${NT}) ~1 qualify|not (?:entitled|eligible)`,
    ),
  ],
  unless: [QUESTION, CONDITION, KIND_NO, POSSIBLE],
  unlessAfter: [POSSIBLE],
}

const RULE_WORDS =
  '(?:rules?|polic(?:y|ies)|terms(?: and conditions)?|conditions|procedures?|regulations|guidelines|protocols?|t&cs|small print)'
const ourRules: ToneRule = {
  category: 'our-rules',
  signs: [
    phrases(
      `(?:our|the|those|these|a|any|company|store|shop|house|standard|strict|follow|no-refunds?) ~2 ${RULE_WORDS}`,
      `(?:against|under|according to|as per|per|in line with|in accordance with|in breach of|due to|within|outside|pursuant to|following) ~2 ${RULE_WORDS}`,
      `(?:procedures|rules|protocols|guidelines) to follow|policy (?:is|dictates|requires|says|states|prevents|forbids)|is policy|rules are rules|(?:not|${NT}) (?:allowed|permitted) to`,
      `(?:the|our) (?:system|computer|till|software) ~3 (?:not|${NT}) ~1 (?:allow|let|permit|accept)|(?:the|our) (?:system|computer|software) (?:wo${NT}|will not|does${NT}|cannot|ca${NT})`,
      `(?:head office|management|my manager|(?:the|my) boss) ~2 (?:not|does${NT}|wo${NT}|forbids)`,
      "(?:that|this)(?:['’]s| is) (?:just |simply )?(?:how|the way) (?:we|it) (?:work|works|do)|you (?:agreed to|signed|accepted) (?:the|our|these)",
    ),
  ],
  unless: [
    says(
      'attached|enclosed|you (?:can|will) find|find our|as you asked|(?:chang|updat|review|improv|adapt|rewrit|relax)(?:e|es|ed|ing)|exception(?! to)',
      'exception|(?:read|reading) the terms|read ~2 terms',
    ),
    says(
      'insurance|insurer|policy number|privacy policy|rule of thumb|council|government|in terms of|on good terms|the law|by law|legal|traffic',
    ),
  ],
}

const WRONG = '(?:wrong|incorrect|incorrectly|too late|late)'
const DID =
  '(?:ordered|chose|gave|entered|sent|used|picked|typed|paid|replied|came|called|rang|reported|filled in|brought|supplied)'
const shouldHave: ToneRule = {
  category: 'should-have',
  signs: [
    phrases(
      "you (?:really )?(?:should|could|ought to|might)(?: ?have|['’]ve) ~1 (?:\\p{L}{1,20}(?:ed|en|ught|own|ung|ead|old|ent|ept|elt|ome|one|aid|ade|ut|et)|been|done)",
      "you (?:must|need to|have to|ought to|are required to|['’]re required to|are obliged to|are expected to|are to|(?:were|are) supposed to|were (?:meant|required|told) to|were told|(?:will|['’]ll) (?:have|need) to)",
      `you should(?! ~1 (?:have|['’]ve|find|see|get|receive|hear|feel|notice|now|soon|not|already|still|be able|be fine|be in))|you (?:should not|should${NT}) have`,
      `you(?:['’]re| are) (?:already |much |really )?too late|you ${DID} ~4 ${WRONG}`,
      `you (?:have )?(?:failed|neglected|omitted|forgot|forgotten)(?: to)?|you (?:did${NT}|did not)|you (?:have not|have${NT}) (?:followed|read|completed|paid|told|sent|returned|supplied|provided|filled|kept|included|enclosed|checked)`,
      'you never (?:told|called|rang|wrote|sent|read|said|checked|mentioned|paid|asked)',
      "(?:it is|it['’]s|that is|that['’]s|this is) ~1 your (?:own )?(?:fault|responsibility|mistake|problem)|your own (?:fault|responsibility|mistake|doing|risk)",
      `had you ~4 (?:you|we|this|it)|if (?:only )?you(?:['’]d| had) (?:only |just )?(?:read|told|rung|brought|kept|paid|sent|come|known|done|\\p{L}{3,20}ed)(?! to)`,
      `why (?:did${NT}|did|have${NT}|have) you|as you (?:should know|could have read|would know)|next time,? (?:please )?(?:read|check|call|make)`,
    ),
  ],
  unless: [
    // Here it is we who fell short, and say so.
    says(
      `you (?:should|ought to)(?: ?have|['’]ve) (?:heard|received|had|got|been (?:told|called|rung|given|informed|helped|contacted))|(?:should${NT}|should not) have (?:had|been|to)`,
    ),
    says(
      `(?:that|because) you (?:had|have|need(?:ed)?) to (?:wait|chase|call|ring|ask|come|write|go)|sorry ~9 you|you had to wait|from us`,
    ),
    says(
      `you must (?:be|have been|feel|have felt|think|have had|have thought)|you did(?: not|${NT}) (?:hear|receive|get|deserve)|you have(?: not|${NT}) (?:heard|received|had)`,
    ),
    says(
      `(?:do|need|wo)(?:${NT}| not) (?:need|have) to|(?:no longer|never|will not) (?:need|have) to|(?:all|nothing) ~1 you (?:need|have) to|(?:if|when|whenever|whatever|before|what|how|where) you (?:need|have|must|ought|want)`,
    ),
    says('not your (?:own )?(?:fault|mistake|responsibility|problem)'),
    // A question is a question, unless it is a reproach.
    /^(?!\s*(?:why|had)).*\?\s*$/isu,
  ],
}

const CAUSES =
  '(?:circumstances|(?:high|heavy|unprecedented|increased|great|overwhelming) (?:demand|volumes?|workload|number of)|demand|staff(?:ing)? (?:shortages?|absences?|problems|issues|levels|illness|sickness)|shortage of staff|illness|sickness|holidays?|holiday (?:season|period)|festive season|christmas|summer|busy (?:period|season|time)|(?:technical|system|computer|it|software) (?:errors?|problems?|faults?|glitch(?:es)?|issues?|failure)|strikes?|covid|weather|shortages?|rush|misunderstanding|miscommunication|mix-up|supply (?:problems|issues)|backlog|refurbishment|busy)'
const OTHERS =
  '(?:suppliers?|manufacturer|factory|importer|wholesaler|courier|carrier|delivery (?:company|firm|driver|service)|royal mail|postnl|dhl|dpd|ups|gls|fedex|hermes|evri|subcontractor|bank|insurer|previous (?:mechanic|employee|colleague)|colleague|warehouse|accounts department|post office|postal service|trainee|temp)'
const BLAME =
  '(?:late|not|cannot|unable|let (?:us|me) down|keeps?|kept|lost|mislaid|wrong|incorrect|forgot|forgotten|mistake|error|fault|delays?|delayed|failed|fails|problems?|messed|mixed|damaged|waiting|behind|misplaced|broke)'
const BUSY = '(?:busy|rushed off|swamped|overwhelmed|snowed under|overrun|run off our feet|hectic)'
const PLAN = says(
  ...MOMENT,
  'that is why|therefore|this is our mistake|(?:so|therefore),? (?:i|we)',
  "(?:i|we)(?:['’]m| am|['’]re| are|['’]ll| will) ~1 (?:collect|collecting|fetch|fetching|drive|driving|lend|lending|bring|bringing|send|sending|arrange|arranging)",
)
const excuse: ToneRule = {
  category: 'excuse',
  signs: [
    phrases(
      `(?:due to|because of|because (?:we|it|things) (?:are|is|were|was)|owing to|on account of|as a result of|caused by|down to|suffering from|dealing with|facing|experiencing) ~3 ${CAUSES}`,
      '(?:unforeseen|exceptional|special|unexpected) circumstances|(?:beyond|outside|out of) our (?:control|hands|power)|force majeure|staff(?:ing)? shortages?|shortage of staff|(?:short[- ]?|under)staffed|short[- ]handed',
      `(?:not|is${NT}|was${NT}) (?:really )?(?:our|my) (?:fault|mistake|responsibility|doing|problem)|not down to us|nothing ~3 can do about (?:it|that|this)|a lot of (?:sickness|illness|absence)|(?:staff|people|colleagues|team|mechanics?) ~4 (?:off sick|off ill|ill|away)`,
      `${WE}(?:['’]ve| have|['’]re| are|['’]m| am| were| was)(?: all)? ~3 ${BUSY}|it(?:['’]s| is| was| has been) ~3 ${BUSY}|busy (?:time|period|season) of (?:the )?year|(?:things|the shop|the workshop) (?:are|is|has been|have been|were|was) ~2 (?:busy|hectic|slow)`,
      `${OTHERS} ~5 ${BLAME}|${OTHERS} \\p{L}{2,6}${NT}`,
      `(?:caused by|because of|due to|down to) ~2 ${OTHERS}|(?:fault|mistake|error) (?:of|by|on the part of) ~2 ${OTHERS}|${OTHERS}['’]s? (?:fault|mistake|error)|(?:depend|dependent|waiting) (?:on|for) ~2 ${OTHERS}|(?:fault|mistake|blame|problem|cause) lies with ~2 ${OTHERS}|wrong (?:at|with) ~2 ${OTHERS}`,
      '(?:error|fault|problem|glitch|issue) (?:in|with) (?:the|our) (?:system|computer|software|website)|(?:system|computer|server|website) (?:was|is|went|has been) (?:down|offline)|system error|slipped through|something came up',
    ),
  ],
  unless: [
    says(
      `despite|in spite of|although|(?:not|is${NT}|less|never|quiet|quieter) (?:so |too |very |that )?busy|you (?:are|must be|were)? ?~2 busy|(?:road|roads|street|traffic) ~3 busy`,
    ),
    PLAN,
    MOMENT_FIELD,
    QUESTION,
  ],
  unlessAfter: [PLAN, MOMENT_FIELD],
}

const brushOff: ToneRule = {
  category: 'brush-off',
  signs: [
    phrases(
      '(?:is|are|been|was|were|be|duly|have|has|it) ~3 (?:noted|recorded|logged|registered|passed (?:on|along)|forwarded|escalated|filed)(?! down)|(?:passed|pass|forwarded|passing) (?:it|this|that|on|your \\p{L}{2,20}) (?:on|along|to|your)|(?:take|taken|taking) ~5 (?:on board|into account|seriously)',
      "keep(?:ing)? you ~1 (?:posted|informed|updated|up to date|in the loop|notified)|you(?:['’]ll| will) be (?:kept (?:posted|informed|updated|up to date)|notified|informed|contacted)",
      '(?:be|get|keep) in (?:touch|contact)|(?:get|come|be) back (?:to|in touch with) you|revert to you|follow(?:ing)? (?:this |it )?up with you|contact you|reach(?:ing)? out to you',
      "(?:it|this|that|everything|all)(?:['’]ll| will| is going to) ~1 (?:be (?:all )?(?:fine|ok|okay|alright|all right|sorted|taken care of|dealt with)|work out)|in (?:good|safe) hands|in hand|leave it (?:with|to) (?:us|me)|take it from here|consider (?:it|this|that) ~1 (?:noted|done|sorted|dealt with)",
      '(?:working|work|looking|digging|checking|look|check) ~2 (?:on|into) (?:it|this|that|the matter|your \\p{L}{2,20})|on (?:it|the case)(?=[.!]|$)|being (?:processed|dealt with|looked (?:at|into)|handled|investigated|reviewed|worked on)|under (?:review|consideration|investigation)',
      `rest assured|bear with (?:us|me)|(?<!to )(?:be|remain) patient|(?:your|a little|some) patience|(?:do${NT}|do not|no need to|not to) (?:you )?worry`,
      '(?:do|doing) (?:all|everything|what|whatever) (?:we|i|that we) can|keep(?:ing)? an eye|(?:do|try|doing|trying) (?:our|my) (?:very |level )?(?:best|utmost|hardest)',
      "see what (?:we|i) can(?: do)?|see what(?:['’]s| is) possible|let you know|you(?:['’]ll| will) (?:be hearing|hear)",
      '(?:is|are) important to us|(?:give|giving|have|has) ~1 our (?:full |undivided )?attention|made a note|(?:are|we’re) aware of (?:this|it|that)|with the (?:right|relevant|appropriate) (?:team|person|department|people)',
    ),
    openings('noted'),
  ],
  unless: [
    IN_DIARY,
    says(`(?:within|in|after) ~2 ${TERM}`),
    MOMENT_FIELD,
    QUESTION,
    // What was written down in particular, and what we ask of the customer.
    says('noted (?:that|down|your (?:address|number|phone|preference|name|details))|stay in touch|thank|thanks'),
    says(
      '(?:please|do|just|feel free to|you (?:can|could|may)|to) (?:get in touch|get back to (?:me|us)|be in touch|contact (?:me|us)|let (?:me|us))|keep (?:me|us)|if you|no need',
    ),
  ],
  unlessAfter: [IN_DIARY, MOMENT_FIELD],
  unlessBefore: [IN_DIARY, MOMENT_FIELD],
}

const REASON = says('because|since|so that|as the|the reason')
const MEANWHILE = says('meanwhile|in the meantime|until then|every|each|halfway|half-way|interim|lend|loan|courtesy')
/** Only what keeps the customer waiting is a delay: an answer, a delivery, a repair. */
const NO_WAITING =
  /^(?!.*(?:take|taking|took|deliver|repl|respon|answer|handl|process|lead time|wait|allow|ready|account|hear|contact|back|send|sent|ship|dispatch|turnaround|complet|finish|expect|get it|receive|come|ring|call|within|schedul|appointment|slot|resolv|sort|repair|about|review|assess|decision|refund|available|arrive|will be|decide|investigat|need)).*$/isu
const coldDelay: ToneRule = {
  category: 'cold-delay',
  signs: [phrases(TERM)],
  holds: (term) => isLongTerm(term, NUMBERS, workingDaysIn),
  unless: [
    says(
      'ago|last|past|withdraw|guarantee|warranty|old|free of charge|for free|trial|return|exchange|cancel|change your mind|cooling[- ]off|refund it|too long|lasts?|for (?:the|over)',
    ),
    says(
      `been waiting|you have ${NUMBER}|you have had|you (?:can|may) (?:return|bring|exchange|keep|cancel)|(?:have|has) been`,
    ),
    REASON,
    MEANWHILE,
    NO_WAITING,
  ],
  unlessAfter: [REASON, MEANWHILE],
  unlessBefore: [REASON],
}

export const ENGLISH_MARKS: readonly ToneRule[] = [vagueTime, bareNo, ourRules, shouldHave, excuse, brushOff, coldDelay]
