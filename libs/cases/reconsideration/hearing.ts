/** 听取意见 and 听证: what the parties were told, when they were heard, and by whom. */
import { code, count, day, flag, person, sittingFields, sittingOn, sittingTimes, text } from '@anjuan/casework';
import {
  edge,
  type File,
  guard,
  officers,
  onTrack,
  openClockOf,
  REVISED_LAW,
  recordable,
  underReview,
  underRevisedLaw,
} from './outline';

/** 听取意见方式. */
export const hearingManners = {
  'in-person': '当面',
  telephone: '电话',
  online: '互联网',
  written: '书面',
} as const;

/** A hearing has a chair, at least two hearers and a recorder; the 2007 regulations name no numbers. */
const hearingPanel = guard('hearing.panel', '行政复议法(2023)第50条第3款', (c) => {
  if (!underRevisedLaw(c)) return null;
  if (typeof c.fields.hearers === 'number' && c.fields.hearers < 2) return '听证应当有两名以上复议人员任听证员';
  return c.fields.chair === c.fields.recorder ? '听证主持人和记录员不能是同一人' : null;
});

const hearingArticle = '行政复议法(2023)第51条第1款；行政复议法实施条例第33条';
/** The newest period to tell the parties of a hearing on that day. */
const noticeFor = (c: File, day: unknown) =>
  c.clocks.findLast((k) => k.limit === 'reconsideration.hearing-notice' && k.from === day);

export const hearingEdges = {
  'hear-opinions': edge({
    title: '听取当事人意见',
    from: recordable,
    to: 'unchanged',
    by: officers,
    fields: { manner: code('听取方式', hearingManners), opinions: text.personalOptional('意见内容') },
    issues: ['reconsideration.opinions-record'],
    facts: (c) => ({ heard_on: c.happenedOn }),
    cite: '行政复议法(2023)第49条',
  }),
  'record-not-heard': edge({
    title: '登记未能听取意见的原因',
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: { not_heard_reason: text('因当事人的何种原因未能听取意见', { hint: '不写姓名' }) },
    cite: '行政复议法(2023)第49条',
  }),
  /** 听证: once the day is fixed, the parties must be told five working days ahead (counted backwards from the hearing). */
  'schedule-hearing': edge({
    title: '确定听证日期',
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: { planned_on: day.ahead('听证日期'), ...sittingFields },
    guards: [sittingTimes],
    books: (c) => sittingOn(c.fields.planned_on, c.fields),
    starts: [
      {
        limit: 'reconsideration.hearing-notice',
        when: (c) => c.fields.planned_on >= REVISED_LAW,
        from: (c) => c.fields.planned_on,
      },
    ],
    cite: '行政复议法(2023)第50条、第51条第1款；行政复议法实施条例第33条',
  }),
  /** 取消听证: the room and the people are free again, and nobody need be told of a hearing that will not be. */
  'cancel-hearing': edge({
    title: '取消听证',
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: { reasons: text('取消原因', { hint: '不写姓名' }) },
    guards: [
      guard('hearing.scheduled', '行政复议法(2023)第50条；行政复议法实施条例第33条', (c) => {
        const scheduled = c.history.lastIndexOf('schedule-hearing');
        const ended = Math.max(c.history.lastIndexOf('hold-hearing'), c.history.lastIndexOf('cancel-hearing'));
        return scheduled > ended ? null : '没有已经确定、尚未举行的听证';
      }),
    ],
    books: () => null,
    cancels: ['reconsideration.hearing-notice'],
    cite: '行政复议法(2023)第50条、第51条第1款；行政复议法实施条例第33条',
    verified: 'I',
  }),
  'notify-hearing': edge({
    title: '通知听证',
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: { planned_on: day.ahead('听证日期'), place: text('听证地点') },
    guards: [
      guard('hearing.day', hearingArticle, (c) => {
        const scheduled = openClockOf(c, ['reconsideration.hearing-notice'])?.from;
        return scheduled !== undefined && scheduled !== c.fields.planned_on
          ? `已确定的听证日期为${scheduled}，与通知的${String(c.fields.planned_on)}不一致；改期的先重新确定听证日期`
          : null;
      }),
    ],
    warns: [
      guard('hearing.notice-late', hearingArticle, (c) => {
        const due = noticeFor(c, c.fields.planned_on)?.due;
        return due && c.happenedOn > due ? `听证应当在举行五个工作日前通知当事人，最迟为${due}` : null;
      }),
    ],
    meets: ['reconsideration.hearing-notice'],
    // Told without having been fixed before: the period is shown all the same.
    starts: [
      {
        limit: 'reconsideration.hearing-notice',
        when: (c) => c.fields.planned_on >= REVISED_LAW && noticeFor(c, c.fields.planned_on) === undefined,
        from: (c) => c.fields.planned_on,
        metOn: (c) => c.happenedOn,
      },
    ],
    issues: ['reconsideration.hearing-notice'],
    cite: '行政复议法(2023)第51条第1款；行政复议法实施条例第33条',
  }),
  'hold-hearing': edge({
    title: '举行听证',
    from: recordable,
    to: 'unchanged',
    by: officers,
    fields: {
      chair: person('主持人'),
      hearers: count('听证员人数', { min: 1, max: 20 }),
      recorder: person('记录员'),
      head_attended: flag('被申请人负责人参加听证'),
      minutes: text.personalOptional('听证笔录'),
    },
    guards: [hearingPanel],
    warns: [
      guard('hearing.not-told', hearingArticle, (c) =>
        c.happenedOn >= REVISED_LAW && noticeFor(c, c.happenedOn)?.status !== 'met'
          ? '没有登记本次听证的通知；听证应当在举行五个工作日前将时间、地点和拟听证事项书面通知当事人'
          : null,
      ),
    ],
    cancels: ['reconsideration.hearing-notice'],
    issues: ['reconsideration.hearing-record'],
    facts: (c) => ({ hearing_on: c.happenedOn, heard_on: c.happenedOn }),
    cite: '行政复议法(2023)第50条、第51条；行政复议法实施条例第33条',
  }),
} as const;

/** 听取意见: ordinary procedure of the 2023 law demands that the parties were heard, or why not. 第49条. */
export const opinionsHeard = guard('decision.opinions-heard', '行政复议法(2023)第49条', (c) =>
  c.happenedOn >= REVISED_LAW &&
  onTrack('ordinary')(c) &&
  c.facts.heard_on === null &&
  c.facts.not_heard_reason === null
    ? '普通程序应当听取当事人意见，或者记录因当事人原因不能听取的情况'
    : null,
);
