/** 被申请人库: the organs whose acts are reviewed here, by level and field. */
import { fields, respondentLevels } from '@anjuan/cases/reconsideration';
import { code, day, text } from '@anjuan/casework';
import { defineRegister } from '../register';

/**
 * 被申请人库 — one entry per organ, by the name that stands on papers: by that name its officers reach the notices
 * addressed to it. An application takes level and field from here; what a case once recorded stays as it was.
 */
export const respondents = defineRegister({
  name: 'respondent',
  title: '被申请人库',
  group: 'organisations',
  kind: 'reconsideration',
  keep: 'register:keep',
  texts: {
    name: text('机关名称', { max: 100, hint: '全称，与文书一致' }),
    address: text.optional('地址', { max: 200 }),
    contact: text.optional('应诉联络机构、电话', { max: 100 }),
  },
  refs: {},
  facts: {
    level: code('被申请人类型', respondentLevels),
    field: code('行政管理类别', fields),
    set_up_on: day('设立日期', { hint: '不详的，填开始登记的日期' }),
    ended_on: day.optional('撤销日期', { hint: '撤销后由继续行使职权的机关为被申请人' }),
  },
  named: 'name',
  since: 'set_up_on',
  until: 'ended_on',
  cite: '行政复议法(2023)第十九条、第二十四条',
});
