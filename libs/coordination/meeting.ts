/** 联调会议、府院联席会议、行政争议协调会: one file per meeting, in the calendar like a hearing; its cases are linked to it. */
import {
  code,
  column,
  day,
  defineFacts,
  procedureOf,
  sittingFields,
  sittingOn,
  sittingTimes,
  text,
} from '@anjuan/casework';
import { coordinators } from './people';

/** 会议形式. */
export const meetingForms = {
  joint: '联调会议',
  liaison: '府院联席会议',
  coordination: '行政争议协调会',
} as const;
export const meetingResults = { agreed: '形成一致意见', partly: '部分形成一致意见', open: '未形成一致意见' } as const;

/** Facts of a meeting. Counted on: `held_on`. */
export const meetingFacts = defineFacts('meeting', {
  form: column.code('会议形式', meetingForms),
  subject: column.word('议题'),
  planned_on: column.day('拟开会日期'),
  held_on: column.day('开会日期'),
  result: column.code('会议结果', meetingResults),
});

const { edge, define, guard } = procedureOf({
  kind: 'meeting',
  title: '协调会议',
  facts: meetingFacts,
  states: { planned: '待召开', held: '已召开', cancelled: '已取消' },
  closed: ['held', 'cancelled'],
  partyRoles: {},
  documents: [],
  // The calendar holds room and people for the planned day: another day is `reschedule`.
  corrections: { fixed: ['planned_on'] },
});
const cite = '最高人民法院关于进一步推进行政争议多元化解工作的意见；年度报告“府院联席”“联调会议”';
const ahead = guard('meeting.ahead', cite, (c) =>
  typeof c.fields.planned_on === 'string' && c.fields.planned_on < c.happenedOn ? '开会日期不能早于通知日期' : null,
);
const when = { planned_on: day.ahead('拟开会日期'), ...sittingFields } as const;

export const meetingProcedure = define({
  schedule: edge({
    title: '安排会议',
    from: 'opening',
    to: 'planned',
    by: coordinators,
    fields: {
      form: code('会议形式', meetingForms),
      subject: text('议题', { max: 200, hint: '不写当事人姓名' }),
      ...when,
    },
    guards: [sittingTimes, ahead],
    books: (c) => sittingOn(c.fields.planned_on, c.fields),
    cite,
    verified: 'M',
  }),
  reschedule: edge({
    title: '改期',
    from: ['planned'],
    to: 'unchanged',
    by: coordinators,
    fields: when,
    guards: [sittingTimes, ahead],
    books: (c) => sittingOn(c.fields.planned_on, c.fields),
    cite,
    verified: 'M',
  }),
  cancel: edge({
    title: '取消会议',
    from: ['planned'],
    to: 'cancelled',
    by: coordinators,
    fields: { reason: text('取消原因') },
    books: () => null,
    cite,
    verified: 'M',
  }),
  hold: edge({
    title: '召开会议',
    from: ['planned'],
    to: 'held',
    by: coordinators,
    fields: {
      result: code('会议结果', meetingResults),
      attended_by: text.personalOptional('到会单位和人员', { max: 1000 }),
      minutes: text.personalOptional('会议纪要'),
    },
    facts: (c) => ({ held_on: c.happenedOn }),
    cite,
    verified: 'M',
  }),
});
