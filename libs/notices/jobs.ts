/** What runs in the background, as the worker walks it and docs/generated prints it. */
import { remindQueue } from './relay';

export interface JobDescription {
  readonly name: string;
  readonly title: string;
  readonly when: string;
}

/** The relay looks into the outbox so often. */
export const relayEveryMs = 10_000;
/** The sweep walks so often; the first walk of a legal day enters every jurisdiction. */
export const sweepEveryMs = 5 * 60_000;

/** Messages that wait to leave the house are looked for so often. */
export const outboundEveryMs = 10_000;

export const describeJobs = (): readonly JobDescription[] => [
  { name: 'relay', title: '把办案产生的期限变动交给队列', when: `每${relayEveryMs / 1000}秒` },
  { name: remindQueue.name, title: '按期限变动生成或撤回提醒', when: '收到变动即办（BullMQ 队列）' },
  {
    name: 'proposals',
    title: '比对新收和变动的案件，提示疑似重复、系列',
    when: '启动时；每日零点（北京时间）后的第一次巡查',
  },
  {
    name: 'sweep',
    title: '自动登记视为受理、补做队列遗失的变动、送达到期提醒、工作日上午生成期限汇总',
    when: `启动时、每${sweepEveryMs / 60_000}分钟；每日零点（北京时间）后的第一次遍历全部辖区`,
  },
  {
    name: 'outbound',
    title: '把提醒发往电子邮件、群机器人和短信；失败的隔1、4、16、64分钟，此后每4小时再试，共12次',
    when: `每${outboundEveryMs / 1000}秒，只在辖区设定的时段（默认工作日8:30至18:00）`,
  },
];
