/** 为什么亮灯: one sentence on a duty — when it fell due, what has not been done, and by how much. Pure. */
import { type Day, daysBetween, type LimitId } from '@anjuan/law';

/** What has not been done, by limit; every other limit says it by whose duty it is. */
const undone: Readonly<Partial<Record<LimitId, string>>> = {
  'reconsideration.acceptance-review': '尚未决定是否受理',
  'reconsideration.review-after-correction': '尚未决定是否受理',
  'reconsideration.correction-notice': '未通知补正，也尚未受理',
  'reconsideration.send-copy': '尚未发送申请书副本',
  'reconsideration.send-copy-simplified': '尚未发送申请书副本',
  'reconsideration.respondent-answer': '被申请人未答复',
  'reconsideration.respondent-answer-simplified': '被申请人未答复',
  'reconsideration.hearing-notice': '尚未通知听证',
  'reconsideration.decision-ordinary': '尚未作出复议决定',
  'reconsideration.decision-simplified': '尚未作出复议决定',
  'reconsideration.perform': '被申请人未履行',
  'reconsideration.redo': '被申请人未重新作出行政行为',
  'reconsideration.opinion-report': '被申请人未反馈整改情况',
  'reconsideration.suspension-termination': '尚未决定终止',
  'mediation.accept': '尚未答复是否受理',
  'mediation.dispatch': '尚未分派调解员',
  'mediation.referral-reply': '尚未回复移送单位',
  'mediation.follow-up': '尚未回访',
  'mediation.period': '调解尚未结束',
  'mediation.period-medical': '调解尚未结束',
  'mediation.period-labour': '调解尚未结束',
  'mediation.period-court-assigned': '调解尚未结束',
  'mediation.period-court-entrusted': '调解尚未结束',
  'mediation.period-court-entrusted-simplified': '调解尚未结束',
  'litigation.answer': '尚未提交答辩状和证据',
  'litigation.appeal-answer': '尚未提交上诉答辩状',
  'litigation.retrial-opinion': '尚未提交书面意见',
  'litigation.perform': '尚未履行生效裁判',
  'compensation.decision': '尚未作出赔偿决定',
  'supervision.reply': '尚未答复督办',
};

/** 11月18日; with the year where it is another than `today`'s. */
const dayWords = (day: Day, today: Day): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${today.startsWith(year) ? '' : `${year}年`}${Number(month)}月${Number(date)}日`;
};

const undoneIn = (limit: string, duty: string): string =>
  Object.entries(undone).find(([id]) => id === limit)?.[1] ??
  (duty === 'respondent' ? '被申请人等机关尚未办理' : '尚未办理');

interface WhyClock {
  readonly limit_id: string;
  readonly duty: string;
  readonly status: string;
  readonly due: Day | null;
  readonly ended_on: Day | null;
}

/** `left`: how long there still is, in words, for a clock that is not overdue. */
export function whySentence(clock: WhyClock, title: string, today: Day, left: string): string {
  const { limit_id, duty, status, due, ended_on } = clock;
  if (due === null) return `${title}已中止，恢复后继续计算。`;
  const end = `${title}${dayWords(due, today)}届满`;
  if (status === 'met') {
    const late = ended_on === null ? 0 : daysBetween(due, ended_on);
    return `${end}，${ended_on === null ? '' : `${dayWords(ended_on, today)}办结，`}${late > 0 ? `逾期${late}日` : '没有超期'}。`;
  }
  const over = daysBetween(due, today);
  return `${end}，${undoneIn(limit_id, duty)}，${over > 0 ? `已逾期${over}日` : left}。`;
}
