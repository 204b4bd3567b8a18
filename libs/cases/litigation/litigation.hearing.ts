import {
  code,
  day,
  type FieldValues,
  flag,
  type Line,
  party,
  sittingFields,
  sittingOn,
  sittingTimes,
  text,
} from '@anjuan/casework';
import { type Day, versionInForce } from '@anjuan/law';
import { attendanceAt, cameBefore, hearingOf, withAttendance } from './litigation.attendance';
import { absenceProofs, absenceReasons, headRanks, representatives } from './litigation.codes';
import { defendants } from './litigation.facts';
import { edge, guard, type LitigationContext, note, officers } from './litigation.outline';

const sued: readonly string[] = ['defendant', 'co-defendant'];
/** Who of one organ came to a hearing, or why nobody did. */
const appearanceFields = {
  attended: flag('负责人出庭'),
  head_name: text.personalOptional('出庭负责人姓名', { max: 50, lines: 1 }),
  post: text.optional('出庭负责人职务', { max: 50 }),
  head_rank: code.optional('负责人类别', headRanks),
  spoke: flag('负责人发声', { hint: '负责人在庭审中就实质问题发表了意见' }),
  absence_reason: code.optional('负责人未出庭原因', absenceReasons),
  absence_proof: code.optional('未出庭的证明形式', absenceProofs),
} as const;
const hearingFields = {
  open_court: flag('公开开庭审理'),
  organ: party.optional('本案应诉机关', sued, { hint: '不选即为第一名被告；其他被告机关另行登记出庭情况' }),
  head_notified: flag('法院书面通知负责人出庭'),
  ...appearanceFields,
  called_again: flag('法院再次通知负责人出庭', { hint: '负责人已出庭一次的，此后开庭可以不再出庭' }),
  staff: text.personalOptional('出庭工作人员', { max: 200, lines: 1, hint: '负责人不出庭的，不得仅委托律师出庭' }),
  representative: code.optional('代理出庭人员', representatives, { hint: '几类人员同时出庭的，填写排在最前的一类' }),
  note,
} as const;

const appearance = guard('head.identity', '关于行政机关负责人出庭应诉若干问题的规定第二条、第六条', (c) =>
  c.fields.attended === true && (c.fields.post === null || c.fields.head_name === null)
    ? '负责人出庭的，应当登记负责人的姓名和职务。'
    : null,
);
/** 负责人出庭应诉 — owed once by each defendant organ in an instance, unless the court calls again. */
const absence = guard('head.absence', '关于行政机关负责人出庭应诉若干问题的规定第七条至第九条', (c) => {
  const owed = c.facts.standing !== 'third-party' && (c.facts.head_attended !== true || c.fields.called_again === true);
  return owed && c.fields.attended !== true && (c.fields.absence_reason === null || c.fields.absence_proof === null)
    ? '负责人未出庭的，应当登记原因和证明形式；没有说明或者没有证明的也应当如实登记。'
    : null;
});
const spoken = guard('head.spoke', '关于行政机关负责人出庭应诉若干问题的规定第十一条', (c) =>
  c.fields.spoke === true && c.fields.attended !== true ? '负责人没有出庭，不能登记为已发声。' : null,
);
const replacedBy = guard('head.agreed', '关于行政机关负责人出庭应诉若干问题的规定第三条', (c) =>
  c.fields.absence_reason === 'agreed' && c.parties.filter((p) => sued.includes(p.role)).length < 2
    ? '只有共同被告才可以协商由其他机关的负责人出庭。'
    : null,
);
const notBothWays = guard('head.either', '关于行政机关负责人出庭应诉若干问题的规定第八条', (c) =>
  c.fields.attended === true && c.fields.absence_reason !== null ? '负责人已出庭的，不登记未出庭原因。' : null,
);

/** The organ whose file this is, as a party: the one named, else the first defendant. */
const organOf = (c: LitigationContext): string | undefined =>
  typeof c.fields.organ === 'string' ? c.fields.organ : c.parties.find((p) => p.role === 'defendant')?.id;

/** A hearing's row for our organ; none where it only takes part as third party. */
function attendanceOf(c: LitigationContext & { readonly fields: FieldsOfHearing }): readonly Line[] {
  const lines = c.lines ?? [];
  const organ = organOf(c);
  if (organ === undefined || c.facts.standing === 'third-party') return lines;
  const { fields } = c;
  return withAttendance(lines, {
    hearing_on: c.happenedOn,
    organ,
    whose: c.facts.defendant,
    open_court: fields.open_court === true,
    attended: fields.attended === true,
    head_rank: fields.head_rank,
    post: fields.post,
    spoke: fields.spoke === true,
    absence_reason: fields.absence_reason,
    absence_proof: fields.absence_proof,
    called_again: fields.called_again === true,
    filed_apart: false,
  });
}
type FieldsOfHearing = FieldValues<typeof hearingFields>;

type Representative = keyof typeof representatives;
const ofTheBureau = (who: Representative | null): boolean => who === 'bureau-staff' || who === 'public-lawyer';
/** 代理出庭, once per instance: the first hearing at which the bureau's own people stood for the organ, else anybody. */
function represented(c: LitigationContext & { readonly fields: { readonly representative: Representative | null } }) {
  const { representative: who } = c.fields;
  const { represented_by: known, represented_on: since } = c.facts;
  if (who === null) return {};
  const better = ofTheBureau(who) !== ofTheBureau(known) ? ofTheBureau(who) : since !== null && c.happenedOn < since;
  return known === null || better ? { represented_on: c.happenedOn, represented_by: who } : {};
}

/** The facts of a hearing on top of those before it: attendance counts once per instance, the reason only while nobody came. */
function heard(
  c: LitigationContext,
  held: {
    attended: boolean | null;
    open: boolean | null;
    post: string | null;
    reason: keyof typeof absenceReasons | null;
    called: boolean | null;
  },
) {
  const attended = c.facts.head_attended === true || held.attended === true;
  const firstOpen: Day | null =
    held.open === true && (c.facts.heard_on === null || c.happenedOn < c.facts.heard_on)
      ? c.happenedOn
      : c.facts.heard_on;
  return {
    hearing_count: (c.facts.hearing_count ?? 0) + 1,
    heard_on: firstOpen,
    head_attended: attended,
    head_called: c.facts.head_called === true || held.called === true,
    head_post: held.attended === true ? held.post : c.facts.head_post,
    head_absence_reason: attended
      ? null
      : held.reason === null
        ? c.facts.head_absence_reason
        : absenceReasons[held.reason],
  };
}

/** Hearings and the appearance of the organ's head at each of them. */
export const hearingEdges = {
  'schedule-hearing': edge({
    title: '收到开庭通知',
    from: ['notified', 'answered', 'heard'],
    to: 'unchanged',
    by: officers,
    fields: { hearing_on: day.ahead('开庭日期'), place: text.optional('开庭地点'), ...sittingFields },
    books: (c) => sittingOn(c.fields.hearing_on, c.fields),
    guards: [
      sittingTimes,
      guard('hearing.ahead', '适用行政诉讼法解释第七十一条', (c) =>
        typeof c.fields.hearing_on === 'string' && c.fields.hearing_on < c.happenedOn
          ? '开庭日期不能早于收到通知的日期。'
          : null,
      ),
    ],
    // A new notice replaces the old hearing day: the engine cancels the clock that still runs for it.
    starts: [
      {
        limit: 'litigation.head-identity',
        // Hearings before the rules of 2020 came into force owed no certificate.
        when: (c) =>
          c.facts.standing !== 'third-party' &&
          versionInForce('litigation.head-identity', c.fields.hearing_on) !== undefined,
        from: (c) => c.fields.hearing_on,
      },
    ],
    cite: '适用行政诉讼法解释第七十一条；关于行政机关负责人出庭应诉若干问题的规定第五条',
  }),
  /** 开庭取消: the court put the hearing off without a new day; a new notice fixes one. */
  'cancel-hearing': edge({
    title: '法院取消开庭',
    from: ['notified', 'answered', 'heard'],
    to: 'unchanged',
    by: officers,
    fields: { reasons: text('取消原因', { hint: '不写姓名' }) },
    guards: [
      guard('hearing.scheduled', '适用行政诉讼法解释第七十一条', (c) => {
        const held = ['hold-hearing', 'hold-further-hearing', 'cancel-hearing'].map((e) => c.history.lastIndexOf(e));
        return c.history.lastIndexOf('schedule-hearing') > Math.max(...held) ? null : '没有已经确定、尚未举行的开庭。';
      }),
    ],
    books: () => null,
    cancels: ['litigation.head-identity'],
    cite: '适用行政诉讼法解释第七十一条；关于行政机关负责人出庭应诉若干问题的规定第五条',
    verified: 'I',
  }),
  'confirm-head': edge({
    title: '确定出庭负责人',
    from: ['notified', 'answered', 'heard'],
    to: 'unchanged',
    by: officers,
    fields: {
      hearing_on: day.ahead('开庭日期'),
      head_name: text.personal('负责人姓名', { max: 50, lines: 1 }),
      post: text('负责人职务', { max: 50 }),
    },
    meets: ['litigation.head-identity'],
    issues: ['litigation.head-certificate'],
    cite: '关于行政机关负责人出庭应诉若干问题的规定第二条、第六条',
  }),
  'explain-absence': edge({
    title: '说明负责人不能出庭',
    from: ['notified', 'answered', 'heard'],
    to: 'unchanged',
    by: officers,
    fields: {
      hearing_on: day.ahead('开庭日期'),
      absence_reason: code('不能出庭原因', absenceReasons),
      absence_proof: code('证明形式', absenceProofs),
      staff: text.personalOptional('委托出庭的工作人员', { max: 200, lines: 1 }),
      note,
    },
    cancels: ['litigation.head-identity'],
    issues: ['litigation.absence-statement'],
    cite: '关于行政机关负责人出庭应诉若干问题的规定第八条、第九条；适用行政诉讼法解释第一百二十九条',
  }),
  'hold-hearing': edge({
    title: '开庭',
    from: ['notified', 'answered'],
    to: 'heard',
    by: officers,
    fields: hearingFields,
    guards: [appearance, absence, notBothWays, spoken, replacedBy],
    facts: (c) => ({
      ...heard(c, {
        attended: c.fields.attended,
        open: c.fields.open_court,
        post: c.fields.post,
        reason: c.fields.absence_reason,
        called: c.fields.head_notified,
      }),
      ...represented(c),
    }),
    lines: attendanceOf,
    meets: ['litigation.head-identity'],
    cite: '行政诉讼法第三条、第五十四条；关于行政机关负责人出庭应诉若干问题的规定第二条',
  }),
  'hold-further-hearing': edge({
    title: '再次开庭',
    from: ['heard', 'judged', 'effective'],
    to: 'unchanged',
    by: officers,
    fields: hearingFields,
    guards: [
      appearance,
      absence,
      notBothWays,
      spoken,
      replacedBy,
      guard('hearing.before-ruling', '行政诉讼法第八十条', (c) =>
        c.facts.ruled_on !== null && c.happenedOn > c.facts.ruled_on ? `法院已于${c.facts.ruled_on}裁判。` : null,
      ),
    ],
    facts: (c) => ({
      ...heard(c, {
        attended: c.fields.attended,
        open: c.fields.open_court,
        post: c.fields.post,
        reason: c.fields.absence_reason,
        called: c.fields.head_notified,
      }),
      ...represented(c),
    }),
    lines: attendanceOf,
    meets: ['litigation.head-identity'],
    cite: '行政诉讼法第三条；关于行政机关负责人出庭应诉若干问题的规定第七条',
  }),
  'record-attendance': edge({
    title: '登记其他被告机关出庭情况',
    from: ['heard', 'judged', 'effective', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: {
      hearing_on: day('开庭日期'),
      organ: party('行政机关', sued),
      organ_level: code('该机关', defendants),
      ...appearanceFields,
      called_again: flag('法院再次通知负责人出庭'),
      filed_apart: flag('该机关另有应诉案卷', { hint: '另有案卷的，在其案卷中计入出庭率' }),
      staff: text.personalOptional('出庭工作人员', { max: 200, lines: 1 }),
    },
    guards: [
      appearance,
      notBothWays,
      spoken,
      replacedBy,
      guard('attendance.hearing', '关于行政机关负责人出庭应诉若干问题的规定第七条', (c) =>
        typeof c.fields.hearing_on === 'string' && !hearingOf(c.lines ?? [], c.fields.hearing_on)
          ? `没有登记${c.fields.hearing_on}的开庭。`
          : null,
      ),
      guard('attendance.once', '关于行政机关负责人出庭应诉若干问题的规定第七条', (c) =>
        typeof c.fields.hearing_on === 'string' &&
        typeof c.fields.organ === 'string' &&
        attendanceAt(c.lines ?? [], c.fields.hearing_on, c.fields.organ)
          ? '该机关这次开庭的出庭情况已经登记。'
          : null,
      ),
      guard('attendance.absence', '关于行政机关负责人出庭应诉若干问题的规定第七条至第九条', (c) => {
        const { hearing_on, organ, called_again, attended, absence_reason, absence_proof } = c.fields;
        if (typeof hearing_on !== 'string' || typeof organ !== 'string' || attended === true) return null;
        const owed = called_again === true || !cameBefore(c.lines ?? [], organ, hearing_on);
        return owed && (absence_reason === null || absence_proof === null)
          ? '该机关负责人未出庭的，应当登记原因和证明形式；没有说明或者没有证明的也应当如实登记。'
          : null;
      }),
    ],
    lines: (c) => {
      const lines = c.lines ?? [];
      return withAttendance(lines, {
        hearing_on: c.fields.hearing_on,
        organ: c.fields.organ,
        whose: c.fields.organ_level,
        open_court: hearingOf(lines, c.fields.hearing_on)?.values.open_court === true,
        attended: c.fields.attended === true,
        head_rank: c.fields.head_rank,
        post: c.fields.post,
        spoke: c.fields.spoke === true,
        absence_reason: c.fields.absence_reason,
        absence_proof: c.fields.absence_proof,
        called_again: c.fields.called_again === true,
        filed_apart: c.fields.filed_apart === true,
      });
    },
    cite: '关于行政机关负责人出庭应诉若干问题的规定第三条、第七条至第九条',
  }),
};
