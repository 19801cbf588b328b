import { phrases, QUESTION, says, startsWith } from './tone-rules.ts'
import type { ToneRule, ToneRules } from './tone-rules.ts'

const WE = '(?:we|wij|ik)'
const YOU = '(?:u|je|jij|jullie)'
const YOUR = '(?:uw|je|jouw|jullie)'

const DAYS = '(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:ochtend|middag|avond|morgen)?'
const MONTHS = '(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni|juli|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
/** A moment that a customer can write in a diary. */
const MOMENT = [
  DAYS,
  '(?<!goede )(?:morgen(?:ochtend|middag|avond)?|overmorgen)',
  'van(?:middag|avond|ochtend|morgen|nacht)',
  '(?:nog|voor|uiterlijk|in de loop van) vandaag',
  '\\d{1,2}[:.]\\d\\d',
  '(?:om|voor|vóór|rond|tussen|uiterlijk|tot) \\d{1,2} uur',
  `\\d{1,2} ${MONTHS}`,
  '\\d{1,2}[-/]\\d{1,2}(?:[-/]\\d{2,4})?',
  '(?:om|voor|vóór|rond) (?:half |kwart (?:voor|over) )?(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)(?: uur)?(?=[.,!]|$)',
  '(?:binnen|over) (?:een|één|twee|drie|1|2|3) (?:werkdag(?:en)?|dag(?:en)?)',
  '(?:binnen|over) (?:een|één|twee|drie|vier|anderhalf|\\d{1,2}) uur',
  '(?:binnen|over) (?:een|het|een half|\\d{1,2}|tien|vijf|vijftien|twintig|dertig) (?:minuten|halfuur|half uur|kwartier|uurtje)',
  '(?:voor|vóór|aan het|tegen het) eind(?:e)? van (?:de|deze) (?:dag|middag|ochtend|week|werkdag)',
  '(?:voor|vóór|rond|na|bij) (?:sluitingstijd|openingstijd|de lunch|het weekend)',
]
const IN_DIARY = says(...MOMENT, 'vandaag')
const FIELD = /\{\{ *moment *\}\}/i
const STAFF = /\{\{ *(?:staff|collega) *\}\}/i
/** "Collega Jan" or "Sanne belt u": a name, so capitals count here. */
const NAMED =
  /(?<!\p{L})(?:[Cc]ollega|[Mm]onteur)\s\p{Lu}|(?<!\p{L})(?!We\s|Wij\s|Hij\s|Zij\s|Ze\s|Dat\s|Dit\s|Het\s|Er\s|Wie\s|Iemand\s|Hier\s|Daar\s|Morgen\s|Vandaag\s|U\s)\p{Lu}\p{Ll}+ (?:belt|zoekt|mailt|regelt|neemt|geeft|komt|stuurt|kijkt|gaat|helpt|heeft)(?!\p{L})/u

const vagueTime: ToneRule = {
  category: 'vague-time',
  signs: [
    phrases(
      'zo (?:snel|spoedig|gauw|vlug|rap) (?:als )?mogelijk',
      `zo (?:snel|spoedig|gauw|vlug|rap) (?:als )?(?:${WE}|het|dat|dit)(?: ~2 (?:kan|kunnen|lukt|gaat|mogelijk is))?`,
      'zo gauw (?:er|de)',
      'z\\.?s\\.?m\\.?|a\\.?s\\.?a\\.?p\\.?|t\\.z\\.t\\.?|tzt',
      '(?:zeer )?binnenkort|eerdaags|weldra|(?:ten )?spoedigste?|spoedig|(?:een )?dezer dagen|te zijner tijd|te gelegener tijd|straks een keer',
      'op (?:zeer |heel |de )?(?:korte|kortst mogelijke|afzienbare) termijn|op termijn',
      '(?:in|binnen) (?:de )?(?:zeer )?(?:nabije|naaste|afzienbare|korte) (?:toekomst|tijd)',
      'op een (?:later|ander|geschikt|nader te bepalen) (?:moment|tijdstip)|bij de eerste (?:de beste )?gelegenheid',
      'met (?:de (?:meeste|grootste|nodige) |alle |gezwinde )?spoed',
      'over (?:een )?(?:tijdje|poosje)|over enige tijd|na verloop van tijd|vandaag of morgen|vroeg of laat|een keer(?:tje)? langs als',
      '(?:in )?de (?:komende|eerstkomende|volgende) (?:dagen|weken|tijd|periode)',
      '(?:binnen|over|na) (?:enkele|een paar|een aantal|wat|enige) (?:werkdagen|dagen|weken|uren)',
      `zodra (?:${WE}|er|het|dit|dat|hier|daar|dat|mogelijk)`,
      'zodra (?:de|het|uw|je|een) ~3 (?:is|zijn|heeft|hebben|kan|kunnen)',
      `(?:hoort|hoor|krijgt|krijg|ontvangt|ontvang|volgt|verschijnt) ~4 (?:snel|gauw|vlot|later|straks)(?! vandaag)`,
      `(?:kijk|kijken|bel|bellen|mail|mailen|doe|doen|kom|komen|regel|regelen|stuur|sturen) ~4 later(?! vandaag| deze| in de)`,
      `(?:neem|nemen|reageer|reageren|kom|komen|bel|bellen|mail|mailen|stuur|sturen|antwoord|antwoorden) ~5 (?:snel|gauw|vlot|vlug)(?! mogelijk)`,
    ),
    startsWith('(?:snel|later|straks|gauw) (?:hoort|krijgt|ontvangt|bellen|bel|sturen|stuur|komen|kom|nemen|neem|mail|mailen)'),
  ],
  unless: [
    says(...MOMENT),
    FIELD,
    says(`${YOU} ~6 (?:wilt|wil|wilde|wenst|hoopt|hoopte|nodig|schreef|schrijft|vraagt|vroeg|zei|zegt|verwacht)`),
    says(`(?:wilt|wil|kunt|kun|zou|zoudt) ${YOU}`),
    says(`(?:dat|als|omdat|wanneer|zodra) ${YOU} ~2 (?:binnenkort|spoedig)`, `${YOU} (?:gaat|ga|bent|verhuist|trouwt) ~2 binnenkort`),
    says('tot (?:zeer |heel )?(?:snel|gauw|spoedig|binnenkort|ziens)', 'spoedige? (?:herstel|beterschap)', 'beterschap'),
    says('niet (?:zo )?(?:binnenkort|spoedig|gauw)', 'liefst binnenkort'),
  ],
}

const POSITIVE_NO = says(
  'geen (?:enkel |enkele )?(?:probleem|problemen|punt|zorgen|kosten|bezwaar|moeite|dank|haast|verplichting)',
  'niet (?:onmogelijk|beter|mooier|genoeg|wachten|anders|de bedoeling|waar zijn|alleen|nodig|raar|erg|gek|vergeten|vreemd|lang|laten)',
  '(?:hoeft|hoeven|hoef) ~5 niet|niet ~3 te (?:betalen|doen|komen)|hoeft|hoeven',
  'gratis|nee maar|nee hoor|nee zeg|natuurlijk niet|(?:maakt|geeft) ~2 niet(?:s)?(?: uit)?|onmogelijk om ~2 niet',
  'niets aan doen|niet kan zijn|kan niet kloppen|(?:goed|levendig) voorstellen|niet eens',
  'niet ~1 (?:te laat|te duur|te veel|verkeerd|kapot|lastig|dom|stom|fout|de enige|uw fout|jouw fout)|onmogelijk (?:kapot|te missen|te vergeten)',
)
/** What is possible, said in the same breath. */
const POSSIBLE = [
  'w[eéè]l',
  `maar ~6 (?:kan|kunnen|kunt|bied|bieden|help|helpen|heb|hebben|regel|mag)`,
  'in plaats daarvan|als alternatief|een alternatief|de andere mogelijkheid|wat ~2 kan is',
  `(?:bied|bieden|stel|stellen|regel|regelen|leen|lenen) ${WE}(?! ~2 (?:niet|geen))|${WE} (?:bied|bieden|leen|lenen|stel|stellen|regel|regelen)`,
  `(?:kunt ${YOU}|${YOU} kunt|kun je|je kunt) ~3 kiezen|(?:kunt ${YOU}|${YOU} kunt) ~5 (?:terecht|krijgen|kopen|huren)`,
]
const CONDITION = /^(?:en |maar |ook )?(?:als|indien|mocht|wanneer|zolang|tenzij)\s|^(?:komt|lukt|past|kan|kunt|kun|schikt|bent)\s.{0,120}(?:,|\s)dan\s/iu

const DOING = '(?:doen|doe|maken|leveren|bezorgen|verkopen|geven|geef|vergoeden|accepteren|nemen|ruilen|repareren|bieden|verzorgen|voeren|verhuren|plaatsen|wijzigen|verlengen|annuleren|verlenen|rekenen|bestellen|versturen|verzenden)'
const bareNo: ToneRule = {
  category: 'bare-no',
  signs: [
    startsWith('(?:(?:sorry|helaas|het spijt me|het spijt ons|excuses),? (?:maar )?)?nee(?=[,.!;:]|$|\\s)', 'helaas niet', 'helaas,? (?:dat|dit) (?:gaat|kan|lukt) niet'),
    phrases(
      'antwoord is ~1 nee',
      '(?:dat|dit|het|zoiets|ruilen|omruilen|annuleren|verzetten|retourneren|wijzigen) (?:kan|gaat|lukt|mag) ~4 niet(?: ~1 lukken)?',
      '(?:kan|gaat|lukt|mag) (?:dat|dit|het) ~4 niet(?: lukken)?',
      '(?:dat|dit|het) zal ~3 niet ~1 (?:gaan|lukken|kunnen)',
      'onmogelijk|(?:niet|niet langer|niet meer) (?:mogelijk|haalbaar)|geen (?:optie|mogelijkheid|mogelijkheden)|(?:is|zijn) uitgesloten|geen sprake van|geen denken aan|niet aan de orde',
      `${WE} (?:kunnen|kan|mogen|mag|willen|wil|zullen|zal) ~8 (?:niet|niets|geen)`,
      `(?:kunnen|kan|mogen|mag|zullen|zal) ${WE} ~8 (?:niet|niets|geen)`,
      `${WE} ${DOING} ~6 (?:niet|geen)`,
      `${DOING} ${WE} ~4 (?:niet|geen)`,
      `(?:hebben|heb) ${WE} ~3 niet|${WE} (?:hebben|heb) (?:die|dat|deze|dit|hem|haar|zoiets) ~3 niet`,
      `(?:krijgt|krijg) ${YOU} ~3 (?:niet|geen)|${YOU} (?:krijgt|krijg) ~4 (?:niet|geen)`,
      `beginnen ${WE} ~1 niet aan|(?:komt|kom) ${YOU} niet voor in aanmerking`,
      '(?:is|zijn) (?:daar|hier|er) niets (?:meer )?(?:aan te doen|mogelijk)|(?:komt|komen) ~4 niet in aanmerking',
      '\\p{L}{2,30} kan (?:~3 )?niet(?=[.!,]|$| meer| zonder| in dit geval)',
      '(?:niet|niet meer|nergens) (?:leverbaar|verkrijgbaar|te krijgen|te maken|te repareren)',
      '(?:wordt|worden) ~6 (?:niet (?:meer )?(?:vergoed|teruggenomen|geruild|gerepareerd|verlengd|toegekend|geaccepteerd)|afgewezen|geweigerd)|moet(?:en)? ~3 (?:weigeren|afwijzen)',
    ),
  ],
  unless: [QUESTION, CONDITION, POSITIVE_NO, says(...POSSIBLE), says('hoofdkantoor|directie')],
  unlessAfter: says('w[eéè]l', 'in plaats daarvan', ...POSSIBLE.slice(1)),
}

const RULE_WORDS = '(?:huis|winkel|bedrijfs|standaard|magazijn)?regels|(?:\\p{L}{3,20})?voorwaarden|(?:\\p{L}{3,20})?beleid|(?:standaard|klachten|retour)?procedures?|protocol(?:len)?|reglement(?:en)?|richtlijnen|bepalingen|werkwijze'
const ourRules: ToneRule = {
  category: 'our-rules',
  signs: [
    phrases(
      `(?:volgens|conform|krachtens|op grond van|op basis van|in strijd met|tegen|vanwege|wegens|binnen|gezien|overeenkomstig|ingevolge|zoals in) (?:de|het|onze|ons|die|dit|deze|dat) ~2 (?:${RULE_WORDS})`,
      `(?:onze|ons|de|het|die|deze) ~2 (?:${RULE_WORDS})`,
      '(?:onze|ons) (?:vaste )?regel|(?:bij ons|hier) (?:is )?(?:de|een|een vaste) regel|(?:aan|volgens) de regels|(?:de|een) (?:vaste )?regel dat|(?:is|het is) beleid',
      'bedrijfsbeleid|(?:is|zijn) (?:nu eenmaal |gewoon |bij ons |hier )?(?:vast |ons )?beleid',
      'regels zijn ~2 regels|zo zijn ~2 de regels|de regels (?:zijn|zeggen|laten|bepalen|schrijven|gelden)|de regel is dat|(?:tegen|volgens) de regels',
      `(?:hanteren|hanteert|kennen|voeren) ~3 (?:regel|regels|beleid|voorwaarden)`,
      '(?:het|ons|de) (?:systeem|computer|kassasysteem|programma) ~4 niet ~1 (?:toe|aan|mogelijk)?|(?:laat|staat) (?:het|ons) systeem ~3 niet toe|mag niet van (?:het|ons|de) (?:systeem|computer)',
      '(?:het|de|ons|onze) (?:protocol|procedure|reglement) ~2 (?:schrijft|zegt|luidt|vraagt|bepaalt|vereist|eist|is)',
      `zo (?:werken|doen) ${WE} ~2 (?:nu eenmaal|nou eenmaal|hier|altijd|niet)|zo (?:werkt|gaat|is) (?:dat|het) (?:nu eenmaal|nou eenmaal|bij ons|hier)(?: nu eenmaal)?`,
      '(?:van|door) (?:het|de|ons|onze|mijn) (?:hoofdkantoor|directie|management|baas|chef|leidinggevende|manager) ~3 (?:niet|geen)|(?:mag|mogen) ~5 niet van (?:het|de|ons|onze|mijn) (?:hoofdkantoor|directie|management|baas|chef|leidinggevende|manager)',
      'kleine lettertjes|daar heeft u voor getekend|heeft ~4 mee ingestemd|akkoord gegaan met',
    ),
  ],
  unless: [
    says(`vindt ${YOU}`, 'bijlage|bijgevoegd|meegestuurd|stuur ~4 (?:voorwaarden|procedure)', '(?:passen|pas|past|aan ?te passen|aangepast|aanpassen) ~8 aan|aangepast|aanpassen'),
    says('verander(?:en|d|t)?|verbeter(?:en|d|t)?|wijzigen|gewijzigd|vernieuwd|uitzondering|soepel', 'gemeente|overheid|rijksoverheid|fabrieksgarantie|wet|wettelijke?|versoepel\\p{L}*|spelregels|verkeersregels|(?:eerste|laatste|paar|deze|volgende) regels'),
    says('buiten ~5 om'),
  ],
}

/** "Sanne had u moeten bellen": a name, so capitals count here. */
const NAME_HAD_YOU =
  /(?<!\p{L})(?!Dat\s|Dit\s|Dan\s|Daar|Hier|Eigenlijk\s|Toen\s|Die\s|Deze\s|Zoals\s|Waarom\s|Wat\s|Eerst\s|Misschien\s)\p{Lu}\p{Ll}+\shad\s(?:u|je)(?!\p{L})/u
const shouldHave: ToneRule = {
  category: 'should-have',
  signs: [
    phrases(
      `${YOU} (?:had|hadden) ~8 (?:moeten|kunnen|behoren|dienen)|${YOU} had ~2 beter`,
      `(?<!(?:we|wij|ik|hij|zij|ze|er|iemand|niemand|collega|monteur|wie) )(?:had|hadden) ${YOU} ~8 (?:moeten|kunnen|behoren|dienen)`,
      `(?:u|je|jij) ~1 moet|jullie ~1 moeten|moet(?:en)? ${YOU}|${YOU} moest(?:en)?`,
      `${YOU} dient ~9 te \\p{L}{2,20}|dient ${YOU} ~9 te \\p{L}{2,20}|${YOU} (?:hoort|behoort|hoor) ~9 te \\p{L}{2,20}`,
      `${YOU} (?:bent|ben) ~4 (?:verplicht|vergeten|nalatig)|${YOU} wordt geacht`,
      `${YOU} (?:zou|zouden) ~4 (?:moeten|behoren)|${YOU} ~1 zelf (?:verantwoordelijk|aansprakelijk)`,
      `${YOU} (?:heeft|hebt|heb) ~3 (?:verkeerde?|foute?|onjuiste?|te laat|te weinig|te lang gewacht|onvoldoende)(?! ~4 (?:gekregen|ontvangen|meegekregen))`,
      `${YOU} (?:heeft|hebt|heb) ~6 (?:nagelaten|verzuimd|vergeten|genegeerd|over het hoofd gezien)`,
      `${YOU} (?:heeft|hebt|heb) ~7 (?:niet|verkeerd|onjuist|onvolledig|te laat|geen) ~3 (?:gevolgd|gelezen|gebeld|gemeld|gedaan|ingevuld|opgelet|gecontroleerd|betaald|doorgegeven|aangegeven|gebruikt|gesmeerd|opgehaald|afgesloten|onderhouden|bewaard|gekeken|gezegd|geluisterd|meegestuurd|gereageerd|vermeld|ingeleverd)`,
      `waarom (?:heeft|hebt|heb|bent|ben|had) ${YOU}`,
      `eigen (?:schuld|verantwoordelijkheid|fout|risico|keuze geweest)|${YOUR} (?:schuld|fout|verantwoordelijkheid)`,
    ),
    startsWith(`had ${YOU} ~6 (?:maar|eerder|beter|eerst|dan|dit|dat)`, `als ${YOU} ~6 had(?:den)? ~3 had`),
  ],
  unless: [
    says('van (?:ons|mij)|niet hoeven|hoeven|hoeft|niet mogen|mogen (?:verwachten|rekenen)|meemaken|overkomen|spijt|excuses|onze fout|sorry|wachten|gewacht|wacht'),
    says('teleurgesteld|geschrokken|boos|verdrietig|gefrustreerd|gevoeld|balen|trots|blij|opgelucht|wel heel'),
    says(`(?:als|wanneer|indien|voordat|hoelang|waarvoor|wat|hoe|hoeveel|welke|of) ${YOU} ~4 (?:moet|moest)`, `dat ${YOU} ~8 (?:moet|moest|moeten)`),
    says(`niet ${YOUR} (?:eigen )?(?:schuld|fout|verantwoordelijkheid)`, 'niets (?:verkeerd|fout)'),
    NAME_HAD_YOU,
    // Only a reproach stays one with a question mark behind it.
    /^(?!\s*(?:waarom|had)).*\?\s*$/iu,
  ],
}

const CAUSES =
  'drukte|omstandigheden|personeelstekort|personeelsgebrek|personeelsproblemen|onderbezetting|ziekte|ziekmeldingen|overmacht|vakantie(?:s|periode|tijd|drukte)?|feestdagen|storing(?:en)?|(?:systeem|computer|ict|software|netwerk)(?:fout|storing|problemen|probleem)|corona|staking(?:en)?|miscommunicatie|misverstand|onderhoud|verbouwing|leveringsproblemen|schaarste|toestroom'
const OTHERS =
  'leveranciers?|fabrikant|fabriek|importeur|groothandel|vervoerder|koerier|bezorgdienst|bezorger|transporteur|transportbedrijf|postnl|dhl|dpd|ups|gls|onderaannemer|verzekeraar|bank|provider|vorige (?:medewerker|monteur|collega)|collega|stagiair|uitzendkracht|magazijn|administratie'
const BLAME =
  'te laat|niet|laat ons|laat ~3 op zich wachten|laat het afweten|vertraging|vertraagd|kwijt|kwijtgeraakt|fout(?:en)?|verkeerde?|vergeten|schuld|in gebreke|laten zitten|laten vallen|problemen|geen|afgelast|zoekgemaakt|beschadigd|in de steek'
const excuse: ToneRule = {
  category: 'excuse',
  signs: [
    phrases(
      `(?:door|vanwege|wegens|in verband met|i\\.v\\.m\\.|ivm|als gevolg van|ten gevolge van|omwille van|komt door|te wijten aan) ~3 (?:${CAUSES})`,
      `(?:het is|is het|was het|het was|het loopt|het blijft) ~4 druk|${WE} (?:hebben|heb|zijn|ben|hadden|zitten) ~5 druk|(?:hebben|zijn|zitten|hadden) ${WE} ~4 druk`,
      '(?:in|door|vanwege) ~2 drukke (?:periode|tijd|tijden|dagen|weken|week|seizoen)',
      `(?:${OTHERS}) ~6 (?:${BLAME})`,
      `(?:ligt aan|lag aan|komt door|kwam door|schuld van|fout van|toedoen van|te wijten aan|wachten op|afhankelijk van|hangt af van) ~3 (?:${OTHERS})`,
      '(?:niet|geen) (?:onze|mijn) (?:schuld|fout|verantwoordelijkheid)|buiten onze (?:schuld|macht|invloed)|(?:ligt|lag) niet aan (?:ons|mij)|overmacht',
      `(?:daar|hier|er) (?:kunnen|kan|konden|kon) ${WE} ~2 niets aan doen|${WE} (?:kunnen|kan|konden|kon) ~2 niets aan doen`,
      '(?:fout|storing|probleem|bug) in (?:het|ons|de) (?:computer)?(?:systeem|software|programma)|(?:systeem|computer|server) (?:deed|lag|ligt|was) ~2 (?:niet|plat|eruit|stuk)',
      'krap ~2 (?:in|met|qua) ~2 (?:personeel|mensen)|te weinig (?:mensen|personeel|handen)|onderbezet|onderbemand|handen tekort|mensen tekort|kort(?:e)? bezetting|een korte bezetting',
      `(?:mis|misgegaan|misgelopen|fout|foutgegaan|verkeerd) ~1 (?:gegaan )?(?:bij|door) ~2 (?:${OTHERS})`,
      `veel ~2 (?:zieken|ziekmeldingen|afwezigen|uitval)|(?:collega['’]?s?|monteurs?|personeel|medewerkers?|mensen) ~3 (?:ziek|afwezig)|(?:computers?|website|telefoon|kassa|internet|mail|server) ~4 (?:niet|plat|stuk|eruit|vastgelopen|eruit gelegen)|gaan ${WE} ~1 niet over`,
      `niet aan ~4 toegekomen|(?:erdoor|tussendoor) geglipt|iets tussengekomen`,
    ),
  ],
  unless: [
    says('ondanks|niet (?:zo |erg |meer |heel )?druk|rustig|druk(?:t)? (?:op|u)|niet op voorraad ~3 wel', `${YOU} ~3 druk`, 'daarom|onze fout|mijn fout|ik los|wij lossen|we lossen|gratis'),
    says(...MOMENT),
    FIELD,
    says(`${WE} (?:haal|halen|regel|regelen|bel|bellen|leen|lenen|rijd|rijden|kom|komen|breng|brengen|zorg|zorgen) `),
    QUESTION,
  ],
  unlessAfter: says(...MOMENT, 'daarom', `(?:haal|halen|regel|regelen|leen|lenen|breng|brengen|zorg|zorgen) ${WE}`, `${WE} (?:haal|halen|regel|regelen|leen|lenen|breng|brengen|zorg|zorgen)`),
}

const brushOff: ToneRule = {
  category: 'brush-off',
  signs: [
    phrases(
      'genoteerd|geregistreerd|in behandeling(?: genomen)?|(?:door|verder)(?:gegeven|gezet|gestuurd|geleid)(?! door)|meegenomen|ter harte(?: genomen| nemen)?|onder de aandacht|voorgelegd',
      '(?:het|dit|dat|alles|die) komt ~2 (?:goed|in orde|voor elkaar|helemaal goed)(?! uit| aan| over)',
      `(?:houden|houd|hou|blijft?) ~1 ${YOU} ~2 op de hoogte|${YOU} ~2 op de hoogte (?:houden|gehouden)|${YOU} blijft op de hoogte|wordt ${YOU} op de hoogte gehouden`,
      '(?:wordt|is) ~3 (?:aan|mee) (?:gewerkt|bezig)|(?:wordt|worden) ~3 (?:bekeken|uitgezocht|opgepakt|onderzocht)',
      `(?:zijn|ben) ~4 (?:er|hier)?mee bezig|(?:werken|werk) ~2 (?:er|hier|daar)?aan(?=[.!]?$)|(?:ermee|hiermee|mee) aan de slag`,
      '(?:heeft|krijgt) ~2 onze (?:volle |volledige |uiterste )?aandacht',
      `(?:kom|komen) ~4 (?:op|bij ${YOU}|hierop|daarop|erop) terug`,
      `${YOU} (?:hoort|hoor) ~3 (?:van (?:ons|mij|me)|meer)|(?:hoort|hoor) ${YOU} ~3 (?:van (?:ons|mij|me)|meer)`,
      `(?:zet|zetten|geef|geven|stuur|sturen|speel|spelen) (?:het|dit|dat|${YOUR} \\p{L}{2,20}|deze \\p{L}{2,20}) ~2 door`,
      '(?:ernaar|hiernaar|er ~2 naar|naar) (?:kijken|gekeken)|(?:aan het|nog aan het) uitzoeken|(?:dat|dit|het|alles) wordt ~2 (?:geregeld|opgelost|opgepakt|afgehandeld|nagekeken|besproken|in orde gemaakt)',
      `(?:neem|nemen) ~4 (?:heel |zeer )?serieus|best ~3 doen|(?:laat|laten) ~1 van (?:me|mij|ons|zich) horen|(?:bel|bellen|mail|mailen) ${YOU} ~1 terug|${YOU} wordt ~2 (?:terug)?gebeld`,
      'geen zorgen|(?:wees|bent u) gerust(?!gesteld)|niet ongerust|in goede handen|(?:er|hier|daar) bovenop',
      `(?:neemt|neem|nemen|zullen|zal|wordt) ~4 contact ~1 met ${YOU}|(?:contact|contact opgenomen) met ${YOU} op(?:genomen|nemen)?`,
      '(?:even|enig|wat|een beetje|een ogenblik|een moment|nog) geduld',
      '(?:doe|doen) ~3 best',
      `(?:kijken|zien|bekijken) wat (?:${WE}|er) ~4 (?:kan|kunnen|mogelijk|is)|(?:kijken|kijk) (?:er|hier) ?~1 ?naar(?! uit)|(?:gaan|ga|zullen|zal) (?:er|hier|daar) ~2 naar kijken`,
      `${WE} (?:nemen|neem|zullen|zal) (?:dit|het|dat|deze ~1|${YOUR} \\p{L}{2,20}) ~3 mee(?:nemen)?`,
      `(?:regelen|regel) ${WE} (?:wel|nog)|(?:komt|kom) (?:in orde|voor elkaar|goed)$`,
      `(?:laat|laten) ~1 (?:het|dit|dat) ${YOU} ~2 weten|${YOU} (?:het )?(?:laten )?weten (?:laten)?$|(?:laat|laten) ${WE} (?:het|dit|dat) ~2 weten|(?:laat|laten) ${YOU} ~2 weten`,
      '(?:ligt|liggen) (?:nu )?(?:bij|op) (?:de|onze|een|het) ~2 (?:afdeling|persoon|collega|team|monteur|bureau|administratie)|(?:pakken|pak) (?:dit|het|dat) ~2 op|wordt ~2 vervolgd|wordt aan gewerkt',
    ),
    startsWith('komt (?:goed|in orde|voor elkaar|helemaal goed)', 'heb(?:t u|t)? ~2 geduld'),
  ],
  unless: [
    IN_DIARY,
    FIELD,
    QUESTION,
    says('genoteerd (?:dat|als|op|onder|:)|noteerde dat', 'dank|bedankt', `genoteerd(?=:)|(?:adres|telefoonnummer|nummer|voorkeur|wens|wensen|maat|naam|gegevens|kleur) ~4 genoteerd`),
    says('verkeerd|foutief', 'geen zorgen ~4 (?:kost|maken over de kosten)', `als ${YOU}`, `${YOU} (?:kunt|mag|kan)`, 'gebeld met|gesproken met'),
  ],
  unlessAfter: says(...MOMENT, 'vandaag'),
  unlessBefore: says(...MOMENT, 'vandaag'),
}

const NUMBERS: Readonly<Record<string, number>> = {
  een: 1, één: 1, anderhalve: 1.5, twee: 2, drie: 3, vier: 4, vijf: 5, zes: 6, zeven: 7, acht: 8, negen: 9, tien: 10,
  elf: 11, twaalf: 12, veertien: 14, vijftien: 15, twintig: 20, dertig: 30, zestig: 60, negentig: 90,
}
const NUMBER = `(?:\\d{1,3}|${Object.keys(NUMBERS).join('|')})`
const WORKING_DAYS: Readonly<Record<string, number>> = { uur: 1 / 24, dag: 5 / 7, werkdag: 1, week: 5, maand: 21 }
const LATE = 3

/** "4 tot 6 weken" in working days, by its longest end. */
function isLong(match: string): boolean {
  const words = match.toLowerCase().match(/\d+|\p{L}+/gu) ?? []
  const counts = words.map((word) => NUMBERS[word] ?? Number(word)).filter((count) => !Number.isNaN(count))
  const unit = Object.keys(WORKING_DAYS).find((name) => new RegExp(`^${name === 'week' ? 'we(?:ek|ken)' : name}`).test(words.at(-1) ?? ''))
  return unit !== undefined && Math.max(...counts) * WORKING_DAYS[unit]! > LATE
}

const coldDelay: ToneRule = {
  category: 'cold-delay',
  signs: [phrases(`${NUMBER}(?:(?:\\s?[-–/]\\s?| (?:tot|à|a|of|tot en met|en) )${NUMBER})? (?:werkdagen|werkdag|dagen|dag|weken|week|maanden|maand|uur)`)],
  holds: isLong,
  unless: [
    says('geleden|afgelopen|sinds|garantie|bedenktijd|bedenktermijn|ruilen|retourneren|retour|op te halen|in te leveren|te melden|melden|terugsturen|terugbrengen|annuleren|oud|gratis|proberen|proefperiode|mee'),
    says(`al ~1 ${NUMBER}`, `${YOU} wacht|wacht ${YOU}`, `${YOU} (?:heeft|hebt) ~3 (?:de tijd|${NUMBER})`, `heeft ${YOU}`, 'te lang'),
    says('omdat|want|aangezien|namelijk|zodat|doordat', 'tussentijds|tussendoor|tussenbericht|tussenstand|intussen|ondertussen|in de tussentijd|tot die tijd|zolang|elke|iedere|halverwege|leenfiets|leen(?:auto|toestel)'),
    // Only what keeps the customer waiting is a delay.
    /^(?!.*(?:duur|duren|tijd|termijn|antwoord|reactie|reager|reageert|behandel|hoor|bericht|terugbeta|teruggestort|terugstort|restitutie|rekening|lever|pas |ophalen|afspraak|gereed|klaar|afgehandeld|afhandel|contact|verwerk|wacht|krijg|ontvang|verzend|verzond|verstuur|bezorg|bellen|bel\s|beurt|terecht|inplannen|gepland|plek|opgelost|gemaakt|gerepareerd|beoordel|komen|langs|bekeken|uitsluitsel|terug|aan huis|binnen)).*$/isu,
  ],
  unlessAfter: says('omdat|want|dat komt doordat|de reden', 'tussentijds|tussendoor|intussen|ondertussen|in de tussentijd|tot die tijd|zolang|elke|iedere|halverwege|leenfiets'),
  unlessBefore: says('de reden|omdat'),
}

export const DUTCH_TONE: ToneRules = {
  marks: [vagueTime, bareNo, ourRules, shouldHave, excuse, brushOff, coldDelay],
  lights: {
    heard: [says(
      'dank|bedankt|dankjewel|begrijp|begrijpen|snap|snappen|vervelend|naar voor|spijt|sorry|excuses|jammer|fijn dat|goed dat|gelezen|gehoord|terecht|gelijk|fijn om te',
      `${YOU} (?:schrijft|schreef|vertelt|vertelde|vraagt|vroeg|gaf aan|meldt|meldde|noemt|noemde|belde|mailde|wacht|baalt|zat|zit)`,
      `${YOUR} (?:vraag|bericht|mail|e-mail|klacht|verhaal|telefoontje|melding|teleurstelling|ergernis) (?:over|van|is|heeft)|wat (?:naar|vervelend|jammer|een)`,
    )],
    what: [says(
      `${WE} ~3 (?:zoek|kijk|vraag|bel|bestel|regel|stuur|mail|controleer|overleg|maak|haal|repareer|leen|zorg|breng|ga|laat|geef|neem|bespreek|zet|los|meet|test|plan|betaal|vervang|schrijf|doe|zal|zoeken|kijken|vragen|bellen|bestellen|regelen|sturen|mailen|controleren|overleggen|maken|halen|repareren|lenen|zorgen|brengen|gaan|laten|geven|nemen|bespreken|zetten|lossen|plannen|betalen|vervangen|schrijven|doen|zullen)`,
      `(?:zoek|kijk|vraag|bel|bestel|regel|stuur|mail|controleer|overleg|maak|haal|repareer|zorg|breng|geef|neem|bespreek|zet|los|plan|betaal|vervang) ${WE}|(?:hoort|krijgt|ontvangt) ${YOU}|${YOU} (?:hoort|krijgt|ontvangt)`,
      '(?:zoekt|belt|mailt|bestelt|regelt|stuurt|controleert|maakt|repareert|geeft|neemt|komt|kijkt|overlegt|gaat) ~5 (?:uit|u|je|na|op|langs|aan|ermee|antwoord|contact)',
    )],
    when: [IN_DIARY, FIELD],
    who: [says('ik|mijn|mij|me', 'onze monteur'), STAFF, NAMED],
  },
}
