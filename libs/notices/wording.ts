/** What people read. Pure; it names the case by its number and the limit by its title, never a party. */
import { type Day, daysBetween } from '@anjuan/law';

export interface Words {
  readonly title: string;
  readonly body: string;
}

export interface Deadline {
  /** Case number (案号), or the register number before one is earned. */
  readonly number: string;
  /** Title of the limit. */
  readonly limit: string;
  readonly due: Day;
  /** The due day leans on a year whose holidays are not announced yet. */
  readonly provisional: boolean;
}

/** 2024年3月1日. */
export function dayText(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** One deadline that lies ahead or ends today. `handler` is named to the superior only. */
export function reminderWords(deadline: Deadline, today: Day, handler: string | null): Words {
  const left = daysBetween(today, deadline.due);
  const when = left === 0 ? '今日届满' : `还有${left}日届满`;
  const doubt = deadline.provisional ? '该年度放假安排尚未公布，届满日为暂定。' : '';
  const whose = handler === null ? '' : `承办人：${handler}。`;
  return {
    title: `${deadline.limit}${when}`,
    body: `案件${deadline.number}：${deadline.limit}于${dayText(deadline.due)}届满，${left === 0 ? '即今日' : `距今${left}日`}。${doubt}${whose}`,
  };
}

/** A digest longer than this is not read; the deadlines desk has the rest. */
const digestLines = 20;

/** Everything overdue of one person on one day, the oldest first. */
export function digestWords(overdue: readonly Deadline[], today: Day): Words {
  const oldestFirst = [...overdue].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const lines = oldestFirst
    .slice(0, digestLines)
    .map((d) => `案件${d.number}：${d.limit}，${dayText(d.due)}届满，已超期${daysBetween(d.due, today)}日`);
  const rest = overdue.length - lines.length;
  if (rest > 0) lines.push(`另有${rest}项，请到期限页查看`);
  return { title: `今日有${overdue.length}项期限已超期`, body: `${lines.join('；\n')}。` };
}
