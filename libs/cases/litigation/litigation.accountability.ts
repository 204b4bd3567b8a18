/** 败诉之后: who answers for the lost suit. Names stay in the personnel papers; the file bears the measure and the number. */
import { code, count, text } from '@anjuan/casework';
import { accountabilities } from './litigation.codes';
import { edge, guard, isLost, officers } from './litigation.outline';
import { ruledBefore } from './litigation.ruling';

export const accountabilityEdges = {
  'record-accountability': edge({
    title: '登记败诉追责',
    from: ['judged', 'effective', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: {
      accountability: code('追责方式', accountabilities, { hint: '几种方式并用的，填写最重的一种' }),
      people: count('追责人数', { min: 1, max: 1000 }),
      basis: text('依据', { max: 200, hint: '处理文书或者会议纪要，不写姓名' }),
    },
    guards: [
      ruledBefore,
      guard('accountability.lost', '行政诉讼法第七十条、第七十二条至第七十八条', (c) =>
        isLost(c) ? null : '本案没有败诉，不登记败诉追责。',
      ),
    ],
    // Several decisions over one suit: the suit counts on the first day, the people are added up.
    facts: (c) => ({
      accountable_on:
        c.facts.accountable_on !== null && c.facts.accountable_on < c.happenedOn
          ? c.facts.accountable_on
          : c.happenedOn,
      accountable_people: (c.facts.accountable_people ?? 0) + c.fields.people,
    }),
    cite: '行政诉讼法第六十六条、第九十六条；关于加强和改进行政应诉工作的意见（国办发〔2016〕54号）',
    verified: 'M',
  }),
};
