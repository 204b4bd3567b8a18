/** The light of a clock: how near its due day is, in words. Pure. */
import { addDays, type Calendar, type Day, daysBetween } from '@anjuan/law';
import type { LightView } from './reading-views';
import { whySentence } from './reading-why';

/** The desk's drawers by due day; `today` is part of `orange`. */
type DueBucket = 'overdue' | 'today' | 'orange' | 'yellow' | 'green';
/** `near` goes as far ahead as it is asked to; `provisional` is what waits for a holiday notice, however far ahead. */
export const buckets = [
  'overdue',
  'today',
  'near',
  'orange',
  'yellow',
  'green',
  'suspended',
  'provisional',
] as const satisfies readonly (DueBucket | 'near' | 'suspended' | 'provisional')[];
export type Bucket = (typeof buckets)[number];

/** Due on or before `orangeUntil`: three working days or fewer; before or on `yellowUntil`: ten calendar days or fewer. */
export interface Horizon {
  readonly today: Day;
  readonly orangeUntil: Day;
  readonly yellowUntil: Day;
}
const ORANGE_WORKING_DAYS = 3;
const YELLOW_DAYS = 10;

export function horizonOf(today: Day, calendar: Calendar): Horizon {
  let orangeUntil = today;
  for (let left = ORANGE_WORKING_DAYS; left > 0; ) {
    orangeUntil = addDays(orangeUntil, 1);
    if (calendar.isWorkingDay(orangeUntil)) left -= 1;
  }
  return { today, orangeUntil, yellowUntil: addDays(today, YELLOW_DAYS) };
}

/** First and last due day of a bucket; null: open on that side. */
export function rangeOf(bucket: DueBucket, h: Horizon): readonly [Day | null, Day | null] {
  // Around the long holidays three working days can reach beyond ten calendar days.
  const yellowFrom = addDays(h.orangeUntil, 1);
  const greenFrom = addDays(h.yellowUntil > h.orangeUntil ? h.yellowUntil : h.orangeUntil, 1);
  switch (bucket) {
    case 'overdue':
      return [null, addDays(h.today, -1)];
    case 'today':
      return [h.today, h.today];
    case 'orange':
      return [h.today, h.orangeUntil];
    case 'yellow':
      return [yellowFrom, h.yellowUntil];
    case 'green':
      return [greenFrom, null];
  }
}

export interface LitClock {
  readonly limit_id: string;
  readonly duty: string;
  readonly status: string;
  readonly due: Day | null;
  readonly ended_on: Day | null;
}

/** Null where no light burns: clocks of courts and parties, and those that came to nothing. */
export function lightOf(clock: LitClock, title: string, h: Horizon, calendar: Calendar): LightView | null {
  if (clock.duty !== 'own' && clock.duty !== 'respondent') return null;
  const why = (left: string) => whySentence(clock, title, h.today, left);
  const light = { limit_title: title, due: clock.due, days_left: null };
  if (clock.status === 'suspended')
    return { ...light, tone: 'grey', words: '已中止，恢复后继续计算', sentence: `${title}已中止，恢复后继续计算。` };
  if (clock.status === 'met') {
    const late = clock.due && clock.ended_on ? daysBetween(clock.due, clock.ended_on) : 0;
    return late > 0
      ? { ...light, tone: 'red', words: `逾期${late}天办结`, sentence: why('') }
      : { ...light, tone: 'blue', words: '已按期办结', sentence: why('') };
  }
  if (clock.status !== 'running' || clock.due === null) return null;
  const days = daysBetween(h.today, clock.due);
  const running = (tone: LightView['tone'], words: string): LightView => ({
    ...light,
    days_left: days,
    tone,
    words,
    sentence: why(words),
  });
  if (days < 0) return running('red', `已超期${-days}天`);
  if (days === 0) return running('orange', '今天到期');
  if (clock.due <= h.orangeUntil) {
    const working = workingDaysUntil(clock.due, h.today, calendar);
    return running('orange', working > 0 ? `还有${working}个工作日` : `还有${days}天，其间无工作日`);
  }
  return running(clock.due <= h.yellowUntil ? 'yellow' : 'green', `还有${days}天`);
}

/** Working days after today, the due day included. */
function workingDaysUntil(due: Day, today: Day, calendar: Calendar): number {
  let n = 0;
  for (let day = addDays(today, 1); day <= due; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) n += 1;
  return n;
}
