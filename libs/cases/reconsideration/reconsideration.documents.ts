import { documentOf, namesOf, type PaperContext, type PaperData, type Value, type Values } from '@anjuan/casework';
import type { reconsiderationFacts } from './reconsideration.facts';

type Columns = typeof reconsiderationFacts.columns;
type Paper = PaperContext<Columns>;

const plain = (value: Value | undefined): string | number | boolean | null =>
  value === undefined || typeof value === 'object' ? null : value;

/** The named fields of the event as they were entered; a field the edge does not have prints as empty. */
const entered = (fields: Values, names: readonly string[]): PaperData =>
  Object.fromEntries(names.map((name) => [name, plain(fields[name])]));

/** What stands at the head and foot of every paper. */
const heading = (c: Paper): PaperData => ({
  case_number: c.caseNumber,
  paper_number: c.paperNumber,
  organisation: c.organisation,
  issued_on: c.happenedOn,
  applicants: namesOf(c.parties, 'applicant'),
  respondents: namesOf(c.parties, 'respondent'),
  third_parties: namesOf(c.parties, 'third-party'),
});

const paperOf = documentOf<Columns>();
/** One paper: its own keys are fields of the event (`fields`) and whatever `more` draws from the facts and due days. */
const paper = <const D extends string>(
  code: D,
  title: string,
  series: string | null,
  cite: string,
  fields: readonly string[] = [],
  more: (c: Paper) => PaperData = () => ({}),
) => paperOf({ code, title, series, cite, data: (c) => ({ ...heading(c), ...entered(c.fields, fields), ...more(c) }) });

const matterOf = (c: Paper): PaperData => ({ matter: c.facts.matter, organ_received_on: c.facts.organ_received_on });

/** Papers of the reviewing organ. The applicant's and the respondent's own papers are evidence, not issued here. */
export const reconsiderationDocuments = [
  paper(
    'reconsideration.application-receipt',
    '行政复议申请材料接收回执',
    null,
    '行政复议法(2023)第22条；行政复议法实施条例第18条',
    ['channel', 'claims', 'organ_received_on'],
  ),
  paper(
    'reconsideration.oral-record',
    '口头申请行政复议笔录',
    null,
    '行政复议法(2023)第22条第2款；行政复议法(2017)第11条',
    ['claims', 'grounds', 'act_number', 'act_known_on'],
  ),
  paper(
    'reconsideration.correction-notice',
    '补正行政复议申请通知书',
    '复补',
    '行政复议法(2023)第31条第1款；行政复议法实施条例第29条',
    ['items', 'correction_days'],
    matterOf,
  ),
  paper('reconsideration.correction-receipt', '补正材料接收回执', null, '行政复议法(2023)第31条第3款', [
    'received_materials',
    'posted_on',
  ]),
  paper(
    'reconsideration.abandonment-record',
    '视为放弃行政复议申请记录',
    null,
    '行政复议法(2023)第31条第2款；行政复议法实施条例第29条',
    ['reasons'],
    (c) => ({ correction_requested_on: c.facts.correction_requested_on }),
  ),
  paper(
    'reconsideration.refusal-decision',
    '不予受理行政复议申请决定书',
    '复不受',
    '行政复议法(2023)第30条第2款；行政复议法(2017)第17条第1款',
    ['ground', 'reasons', 'competent_organ'],
    matterOf,
  ),
  paper(
    'reconsideration.redirection-notice',
    '行政复议告知书',
    '复告',
    '行政复议法(2017)第17条第1款',
    ['reasons', 'competent_organ'],
    matterOf,
  ),
  paper(
    'reconsideration.acceptance-notice',
    '行政复议受理通知书',
    '复受',
    '行政复议法(2023)第30条第1款；行政复议法(2017)第17条第2款',
    ['track'],
    (c) => ({
      ...matterOf(c),
      decision_due: c.due['reconsideration.decision-ordinary'] ?? c.due['reconsideration.decision-simplified'] ?? null,
    }),
  ),
  paper('reconsideration.simplified-notice', '适用简易程序通知书', '复简', '行政复议法(2023)第53条', [], (c) => ({
    decision_due: c.due['reconsideration.decision-simplified'] ?? null,
  })),
  paper('reconsideration.deemed-acceptance-record', '视为受理记录', null, '行政复议法(2023)第30条第3款', [], matterOf),
  paper(
    'reconsideration.answer-notice',
    '行政复议答复通知书',
    '复答',
    '行政复议法(2023)第48条、第54条；行政复议法(2017)第23条',
    [],
    (c) => ({ ...matterOf(c), track: c.facts.track }),
  ),
  paper(
    'reconsideration.third-party-notice',
    '第三人参加行政复议通知书',
    '复参',
    '行政复议法(2023)第16条；行政复议法实施条例第9条',
    [],
    matterOf,
  ),
  paper('reconsideration.opinions-record', '听取意见笔录', null, '行政复议法(2023)第49条', ['manner', 'opinions']),
  paper(
    'reconsideration.hearing-notice',
    '行政复议听证通知书',
    '复听',
    '行政复议法(2023)第51条第1款；行政复议法实施条例第33条',
    ['planned_on', 'place'],
  ),
  paper(
    'reconsideration.hearing-record',
    '行政复议听证笔录',
    null,
    '行政复议法(2023)第50条第3款；行政复议法实施条例第33条',
    ['hearers', 'head_attended', 'minutes'],
  ),
  paper(
    'reconsideration.suspension-notice',
    '行政复议中止通知书',
    '复中',
    '行政复议法(2023)第39条第3款；行政复议法实施条例第41条第3款',
    ['suspension_ground', 'reasons'],
  ),
  paper(
    'reconsideration.resumption-notice',
    '行政复议恢复审理通知书',
    '复恢',
    '行政复议法(2023)第39条第3款；行政复议法实施条例第41条第3款',
    [],
    (c) => ({ suspended_on: c.facts.suspended_on }),
  ),
  paper(
    'reconsideration.norm-answer-notice',
    '规范性文件附带审查答复通知书',
    '复规',
    '行政复议法(2023)第58条',
    [],
    (c) => ({ norm_title: c.facts.norm_title }),
  ),
  paper(
    'reconsideration.norm-transfer-letter',
    '规范性文件转送函',
    '复转规',
    '行政复议法(2023)第56条、第57条；行政复议法(2017)第26条、第27条',
    ['competent_organ'],
    (c) => ({ norm_title: c.facts.norm_title }),
  ),
  paper(
    'reconsideration.norm-opinion',
    '规范性文件处理意见',
    '复规处',
    '行政复议法(2023)第59条、第60条；行政复议法(2017)第26条、第27条',
    ['norm_outcome', 'reasons'],
    (c) => ({ norm_title: c.facts.norm_title }),
  ),
  paper(
    'reconsideration.stay-decision',
    '停止执行决定书',
    '复停',
    '行政复议法(2023)第42条；行政复议法(2017)第21条',
    ['stay_ground', 'reasons'],
    matterOf,
  ),
  paper(
    'reconsideration.stay-lifting-notice',
    '解除停止执行通知书',
    '复解停',
    '行政复议法(2023)第42条；行政复议法(2017)第21条',
    ['reasons'],
    (c) => ({ stayed_on: c.facts.stayed_on }),
  ),
  paper('reconsideration.consultation-letter', '提请行政复议委员会咨询函', '复咨', '行政复议法(2023)第52条', [
    'consultation_ground',
    'questions',
  ]),
  paper(
    'reconsideration.consultation-opinion',
    '行政复议委员会咨询意见',
    null,
    '行政复议法(2023)第52条、第61条第3款',
    ['advice'],
    (c) => ({ consulted_on: c.facts.consulted_on, opinions: c.facts.consultation_opinions }),
  ),
  paper(
    'reconsideration.discussion-record',
    '行政复议案件集体讨论笔录',
    null,
    '行政复议法(2023)第61条第1款；行政复议法(2017)第28条第1款',
    ['attendance', 'attendees', 'views', 'conclusion'],
  ),
  paper(
    'reconsideration.approval-form',
    '行政复议案件审批表',
    null,
    '行政复议法(2023)第61条第1款；行政复议法(2017)第28条第1款',
    ['comment'],
    (c) => ({ ...matterOf(c), main_line: c.facts.main_line, outcome_lines: c.facts.outcome_lines }),
  ),
  paper(
    'reconsideration.extension-notice',
    '延长行政复议审理期限通知书',
    '复延',
    '行政复议法(2023)第62条第1款；行政复议法(2017)第31条第1款',
    ['extended_days', 'reasons'],
  ),
  paper(
    'reconsideration.conversion-notice',
    '转为普通程序通知书',
    '复转',
    '行政复议法(2023)第55条',
    ['reasons'],
    (c) => ({ decision_due: c.due['reconsideration.decision-ordinary'] ?? null }),
  ),
  paper(
    'reconsideration.decision',
    '行政复议决定书',
    '复决',
    '行政复议法(2023)第75条；行政复议法(2017)第31条第2款',
    ['outcome', 'redo_ordered', 'perform_due_on', 'compensation_fen', 'return_property', 'main_text'],
    (c) => ({ ...matterOf(c), norm_stopped: c.facts.norm_stopped }),
  ),
  paper(
    'reconsideration.dismissal-decision',
    '驳回行政复议申请决定书',
    '复驳',
    '行政复议法(2023)第33条；行政复议法实施条例第48条',
    ['main_text'],
    matterOf,
  ),
  paper(
    'reconsideration.mediation-paper',
    '行政复议调解书',
    '复调',
    '行政复议法(2023)第73条；行政复议法实施条例第50条',
    ['terms', 'perform_due_on', 'compensation_fen'],
    matterOf,
  ),
  paper(
    'reconsideration.termination-decision',
    '行政复议终止决定书',
    '复终',
    '行政复议法(2023)第41条、第74条；行政复议法实施条例第42条',
    ['outcome', 'withdrawal_reason', 'ground', 'reasons'],
    matterOf,
  ),
  paper(
    'reconsideration.service-return',
    '送达回证',
    null,
    '行政复议法(2023)第75条、第88条；行政复议法(2017)第40条',
    ['recipient', 'manner'],
    (c) => ({ outcome: c.facts.outcome }),
  ),
  paper('reconsideration.superior-copy', '行政复议决定抄告函', '复抄', '行政复议法(2023)第79条第2款', [], (c) => ({
    outcome: c.facts.outcome,
    concluded_on: c.facts.concluded_on,
  })),
  paper(
    'reconsideration.performance-order',
    '责令履行行政复议决定通知书',
    '复责',
    '行政复议法(2023)第77条；行政复议法(2017)第32条',
    ['ordered_until', 'reasons'],
    (c) => ({ outcome: c.facts.outcome, perform_due_on: c.facts.perform_due_on }),
  ),
  paper(
    'reconsideration.interview-notice',
    '行政复议约谈通知书',
    '复约',
    '行政复议法(2023)第77条第2款',
    ['interviewee', 'matters'],
    (c) => ({ outcome: c.facts.outcome, perform_due_on: c.facts.perform_due_on }),
  ),
  paper('reconsideration.criticism-notice', '通报批评', '复通', '行政复议法(2023)第77条第2款', [
    'criticised_organ',
    'reasons',
  ]),
  paper('reconsideration.closing-report', '行政复议结案报告', null, '结案后立卷归档（办案惯例）', ['note'], (c) => ({
    ...matterOf(c),
    accepted_on: c.facts.accepted_on,
    outcome: c.facts.outcome ?? c.facts.exit,
    concluded_on: c.facts.concluded_on ?? c.facts.left_on,
    performance: c.facts.performance,
  })),
] as const;
