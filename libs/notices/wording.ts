/** What people read. Pure; it names the case by its number and the limit by its title, never a party. */
import type { FallenDecision } from '@anjuan/casework';
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

/** A deadline in somebody's digest. */
export interface DigestLine extends Deadline {
  /** To an officer of the organ that owes it, who can open the notices to the organ and no list of cases. */
  readonly addressed: boolean;
}

/** A digest longer than this is not read; the reader's own page has the rest. */
const digestLines = 20;

/**
 * One person's morning: what ends today and within three working days line by line, all that is overdue in one line.
 * `deadlines` must not be empty.
 */
export function digestWords(deadlines: readonly DigestLine[], today: Day): Words {
  const oldestFirst = [...deadlines].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const overdue = oldestFirst.filter((d) => d.due < today);
  const ahead = oldestFirst.filter((d) => d.due >= today);
  const dueToday = ahead.filter((d) => d.due === today).length;
  const counts = [
    ...(dueToday > 0 ? [`今日届满${dueToday}项`] : []),
    ...(ahead.length > dueToday ? [`3个工作日内届满${ahead.length - dueToday}项`] : []),
    ...(overdue.length > 0 ? [`已超期${overdue.length}项`] : []),
  ];
  const lines = ahead
    .slice(0, digestLines)
    .map((d) => `案件${d.number}：${d.limit}，${d.due === today ? '今日' : dayText(d.due)}届满`);
  const rest = ahead.slice(digestLines);
  const addressed = rest.filter((d) => d.addressed).length;
  if (rest.length > addressed) lines.push(`另有${rest.length - addressed}项，请到“期限台”查看`);
  if (addressed > 0) lines.push(`另有${addressed}项，请到“收到的通知”查看`);
  const [first] = overdue;
  if (first)
    lines.push(
      `已超期${overdue.length}项${overdue.length > 1 ? '，最早的是' : '：'}案件${first.number}：${first.limit}，${dayText(first.due)}届满，已超期${daysBetween(first.due, today)}日`,
    );
  return { title: `期限汇总：${counts.join('，')}`, body: `${lines.join('；\n')}。` };
}

/** To whoever fixed a due day that a later event made fall. `due`: as it now stands; null: suspended. */
export function fallenWords(of: { number: string; limit: string; due: Day | null }, fallen: FallenDecision): Words {
  const now = of.due === null ? '现已中止，恢复后依法计算' : `现依法于${dayText(of.due)}届满`;
  const was = `${dayText(fallen.on)}改定的届满日${dayText(fallen.due)}`;
  return {
    title: `${of.limit}改定的届满日已失效`,
    body: `案件${of.number}：${of.limit}于${was}，因${dayText(fallen.by.on)}${fallen.by.words}不再适用，${now}。仍须改定的，请重新办理。`,
  };
}
