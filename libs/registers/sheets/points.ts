import { code, day, text } from '@anjuan/casework';
import { defineRegister } from '../register';

/** 案件来源点: where people are met outside the office. */
export const pointKinds = {
  'reconsideration-service': '行政复议便民服务点',
  'source-governance': '诉源治理工作站',
  stationed: '派驻调解室',
  studio: '个人调解工作室',
  centre: '矛盾纠纷调解中心',
} as const;

export const points = defineRegister({
  name: 'point',
  title: '服务点、工作站和调解室',
  group: 'organisations',
  kind: 'mediation',
  keep: 'register:keep',
  texts: { name: text('名称', { max: 100 }), host: text.optional('驻在单位', { hint: '如派出所、法庭、拘留所' }) },
  refs: {},
  facts: {
    kind: code('类型', pointKinds),
    opened_on: day('设立日期'),
    gold_on: day.optional('获评金牌调解工作室日期'),
    gold_level: code.optional('金牌级别', { province: '省级', city: '市级', county: '县级' }),
    closed_on: day.optional('撤销日期'),
  },
  named: 'name',
  since: 'opened_on',
  until: 'closed_on',
  rules: [
    {
      name: 'point.gold',
      cite: '金牌调解工作室评定办法',
      refuses: ({ values }) => {
        if ((values.gold_on === null) !== (values.gold_level === null)) return '金牌的获评日期和级别应一并填写。';
        return values.gold_on !== null && values.kind === 'reconsideration-service'
          ? '行政复议便民服务点不参加金牌调解工作室评定。'
          : null;
      },
    },
  ],
  cite: '行政复议法（2023）第二十二条；人民调解法第八条、第三十四条',
});
/** The same entries as whoever reads reconsiderations may count them. */
export const servicePointSheet = { ...points.sheet, kind: 'reconsideration' } as const;
