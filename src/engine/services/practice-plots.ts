import type { SetAsideReason } from '../../shared/domain/case.ts'
import {
  addOpenMinutes,
  closingOf,
  dateOf,
  dueWithinWorkingDays,
  endOfDay,
  subtractOpenMinutes,
} from '../../shared/domain/opening-hours.ts'
import { DAY, MINUTE } from '../../shared/domain/time.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { NewPromise } from '../store/promises.ts'
import type { Stage, StoryWords } from './practice-book.ts'
import { quarter, Telling } from './practice-telling.ts'
import type { History } from './practice-telling.ts'

// How the stories in resources/practice go, told backwards from now so that the shop is busy whenever somebody looks.

/** Minutes of open time before now. */
function ago({ calendar, now }: Stage, minutes: number): Instant {
  return subtractOpenMinutes(calendar, now, minutes) ?? now - minutes * MINUTE
}

function after({ calendar }: Stage, from: Instant, minutes: number): Instant {
  return addOpenMinutes(calendar, from, minutes) ?? from + minutes * MINUTE
}

/** Still to come, but before midnight: closing time, or later in the evening for whoever looks after closing. */
function laterToday({ calendar, now }: Stage): Instant {
  const closing = closingOf(calendar, dateOf(now, calendar.zone))
  if (closing !== null && closing > now + 30 * MINUTE) return closing
  return now + Math.floor((endOfDay(calendar.zone, now) - now) / 2 / MINUTE) * MINUTE
}

function inDays({ calendar, now }: Stage, days: number): Instant {
  return dueWithinWorkingDays(calendar, Math.max(now, endOfDay(calendar.zone, now)), days) ?? now + (days + 1) * DAY
}

const PLOTS = {
  overdue: (stage) =>
    promised(stage, ago(stage, stage.chance.between(700, 1_300)), quarter(ago(stage, stage.chance.between(30, 400)))),
  'overdue-chased': (stage) =>
    promised(stage, ago(stage, 1_900), quarter(ago(stage, 620))).says(ago(stage, 55), stage.story.chase!),
  'due-today': (stage) => promised(stage, ago(stage, stage.chance.between(300, 800)), laterToday(stage)),
  later: (stage) =>
    promised(stage, ago(stage, stage.chance.between(100, 900)), inDays(stage, stage.chance.between(0, 3))),
  renegotiated: (stage) =>
    promised(stage, ago(stage, 1_700), quarter(ago(stage, 150))).renegotiates(ago(stage, 330), inDays(stage, 0)),
  'handed-over': (stage) =>
    promised(stage, ago(stage, 900), inDays(stage, 0)).handsOver(ago(stage, 400), stage.story.note!),
  bounced: (stage) => promised(stage, ago(stage, 640), inDays(stage, 0), 'undelivered'),
  'first-answer': (stage) => asked(stage, ago(stage, stage.chance.between(8, 600))),
  'first-answer-chased': (stage) => asked(stage, ago(stage, 420)).says(ago(stage, 35), stage.story.chase!),
  answer: (stage) => {
    const began = ago(stage, stage.chance.between(900, 1_500))
    return asked(stage, began)
      .answers(after(stage, began, 90))
      .says(ago(stage, stage.chance.between(20, 300)), stage.story.again!)
  },
  kept: (stage) => {
    const told = promised(stage, stage.longAgo, quarter(after(stage, stage.longAgo, 600)))
    return told.keeps(after(stage, stage.longAgo, stage.chance.between(200, 560))).closesWhenOld()
  },
  'kept-late': (stage) => {
    const due = quarter(after(stage, stage.longAgo, 400))
    return promised(stage, stage.longAgo, due)
      .keeps(after(stage, due, stage.chance.between(30, 500)))
      .closesWhenOld()
  },
  'kept-by-call': (stage) => {
    const due = quarter(after(stage, stage.longAgo, 300))
    return promised(stage, stage.longAgo, due)
      .keeps(after(stage, stage.longAgo, stage.chance.between(60, 270)))
      .closesWhenOld()
  },
  withdrawn: (stage) => {
    const said = after(stage, stage.longAgo, 300)
    const told = promised(stage, stage.longAgo, quarter(after(stage, stage.longAgo, 900))).says(
      said,
      stage.story.again!,
    )
    return told.withdraws(after(stage, said, 20), stage.story.reason!).closes(after(stage, said, 21))
  },
  answered: (stage) => {
    if (stage.story.answer === undefined) return asked(stage, stage.longAgo).closes(stage.longAgo)
    return asked(stage, stage.longAgo)
      .answers(after(stage, stage.longAgo, stage.chance.between(15, 400)))
      .closesWhenOld()
  },
  compliment: (stage) => {
    const answered = after(stage, stage.longAgo, stage.chance.between(30, 300))
    return asked(stage, stage.longAgo).answers(answered).closes(answered)
  },
  'set-aside-bulk': (stage) => asked(stage, stage.longAgo, 'bulk'),
  'set-aside-auto': (stage) => asked(stage, stage.longAgo, 'auto-reply'),
} satisfies Record<string, (stage: Stage) => Telling>

export type Plot = keyof typeof PLOTS

/** One story of resources/practice/stories.json. */
export interface Story extends StoryWords {
  readonly plot: Plot
}

/** Tells one story: what was said, promised and kept. */
export function tell(stage: Stage & { readonly story: Story }): History {
  return PLOTS[stage.story.plot](stage).told()
}

function asked(stage: Stage, at: Instant, setAside: SetAsideReason | null = null): Telling {
  return new Telling(stage, Math.min(at, stage.now), setAside)
}

function promised(stage: Stage, at: Instant, dueAt: Instant, knows: NewPromise['customerKnows'] = 'yes'): Telling {
  const inPerson = stage.story.channel !== 'mail'
  return asked(stage, at).promises(inPerson ? at : after(stage, at, stage.chance.between(12, 90)), dueAt, knows)
}
