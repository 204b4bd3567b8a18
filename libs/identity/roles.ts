/**
 * Roles of posts and what each may do. A post gives a person one role in one organisation; a person sees only what the
 * posts reach: their own cases (`own`) or those of the organisation and everything below it (`subtree`).
 */
export type Permission =
  | 'mediation:read'
  | 'mediation:act'
  | 'mediation:dispatch'
  | 'reconsideration:read'
  | 'reconsideration:act'
  | 'litigation:read'
  | 'litigation:act'
  | 'compensation:read'
  | 'compensation:act'
  | 'judicial-advice:read'
  | 'judicial-advice:act'
  | 'letter:read'
  | 'letter:act'
  | 'answering:read'
  | 'answering:act'
  | 'respondent:read'
  | 'respondent:act'
  | 'subsidy:read'
  | 'subsidy:act'
  | 'meeting:read'
  | 'meeting:act'
  | 'coordination:read'
  | 'coordination:act'
  | 'series:read'
  | 'series:act'
  | 'supervision:read'
  | 'supervision:act'
  | 'figures:read'
  /** Composed reports, declared indicators and report forms of the jurisdiction. */
  | 'report:read'
  | 'report:write'
  | 'report:approve'
  /** Seals the year's numbers as they are published; nothing undoes it. */
  | 'figures:freeze'
  | 'organisation:read'
  /** Committees, mediators, service points; sweeps and receptions of the organisation and below. */
  | 'register:read'
  | 'register:keep'
  | 'log:keep'
  /** Propose a change of calendar or counting conventions and see what it would move. */
  | 'calendar:keep'
  /** Let it take effect. */
  | 'calendar:confirm'
  /** The jurisdiction's reminder rules and the log of what was sent. */
  | 'reminder:manage';

export interface RoleDefinition {
  /** The post as people say it. */
  readonly title: string;
  readonly reach: 'own' | 'subtree';
  readonly permissions: readonly Permission[];
}

/** Meetings, coordinated disputes and series: the common table of those who handle administrative disputes. */
const table = [
  'meeting:read',
  'meeting:act',
  'coordination:read',
  'coordination:act',
  'series:read',
  'series:act',
] as const;
/** 行政复议, the 意见书、建议书 that come of it, and the answers where the organ is itself reviewed. */
const review = [
  'reconsideration:read',
  'reconsideration:act',
  'letter:read',
  'letter:act',
  'answering:read',
  'answering:act',
] as const;
/** 行政应诉 and what follows a suit: 赔偿 and 司法建议. */
const court = [
  'litigation:read',
  'litigation:act',
  'compensation:read',
  'compensation:act',
  'judicial-advice:read',
  'judicial-advice:act',
] as const;
/** Everybody answers an order of supervision; who may issue one is the procedure's business. */
const supervised = ['supervision:read', 'supervision:act'] as const;

export const roles = {
  mediator: {
    title: '人民调解员',
    reach: 'own',
    permissions: ['mediation:read', 'mediation:act', ...supervised, 'organisation:read', 'register:read', 'log:keep'],
  },
  'committee-head': {
    title: '调解委员会主任',
    reach: 'subtree',
    permissions: [
      'mediation:read',
      'mediation:act',
      'mediation:dispatch',
      'subsidy:read',
      ...supervised,
      'figures:read',
      'organisation:read',
      'register:read',
      'register:keep',
      'log:keep',
    ],
  },
  'mediation-officer': {
    title: '人民调解工作指导人员',
    reach: 'subtree',
    permissions: [
      'mediation:read',
      'mediation:act',
      'mediation:dispatch',
      ...table,
      ...supervised,
      'figures:read',
      'report:read',
      'report:write',
      'figures:freeze',
      'organisation:read',
      'register:read',
      'register:keep',
      'log:keep',
      'subsidy:read',
      'subsidy:act',
    ],
  },
  'reconsideration-officer': {
    title: '行政复议承办人',
    reach: 'subtree',
    permissions: [
      ...review,
      ...table,
      ...supervised,
      'figures:read',
      'report:read',
      'report:write',
      'organisation:read',
      'register:read',
      'register:keep',
      'log:keep',
      'calendar:keep',
    ],
  },
  'reconsideration-head': {
    title: '行政复议机构负责人',
    reach: 'subtree',
    permissions: [
      ...review,
      ...table,
      ...supervised,
      'figures:read',
      'report:read',
      'report:write',
      'report:approve',
      'figures:freeze',
      'organisation:read',
      'register:read',
      'register:keep',
      'log:keep',
      'calendar:keep',
      'calendar:confirm',
    ],
  },
  'organ-head': {
    title: '行政复议机关负责人',
    reach: 'subtree',
    permissions: [
      ...review,
      ...court,
      ...table,
      ...supervised,
      'figures:read',
      'report:read',
      'report:approve',
      'figures:freeze',
      'organisation:read',
      'register:read',
      'calendar:keep',
      'calendar:confirm',
    ],
  },
  'litigation-officer': {
    title: '行政应诉承办人',
    reach: 'subtree',
    // 行政复议法（2023）第四条第二款: the office that reviews also organises the answers in court, so they see what was reviewed before.
    permissions: [
      ...court,
      'reconsideration:read',
      ...table,
      ...supervised,
      'figures:read',
      'report:read',
      'report:write',
      'figures:freeze',
      'organisation:read',
    ],
  },
  'bureau-head': {
    title: '司法局负责人',
    reach: 'subtree',
    permissions: [
      'mediation:read',
      'reconsideration:read',
      'letter:read',
      'answering:read',
      'litigation:read',
      'compensation:read',
      'judicial-advice:read',
      ...table,
      ...supervised,
      'figures:read',
      'report:read',
      'report:write',
      'report:approve',
      'figures:freeze',
      'organisation:read',
      'register:read',
      'subsidy:read',
      'subsidy:act',
      'reminder:manage',
    ],
  },
  /** Of an organ whose acts are reviewed: sees the notices addressed to it, and no case. */
  'respondent-officer': {
    title: '被申请人答复人员',
    reach: 'own',
    permissions: ['respondent:read', 'respondent:act'],
  },
  /** The clock's sweeps; no person holds it. */
  system: {
    title: '系统',
    reach: 'subtree',
    permissions: [
      'mediation:act',
      'reconsideration:act',
      'litigation:act',
      'compensation:act',
      'judicial-advice:act',
      'letter:act',
      'answering:act',
      'subsidy:act',
    ],
  },
} as const satisfies Record<string, RoleDefinition>;

export type Role = keyof typeof roles;
export const isRole = (v: unknown): v is Role => typeof v === 'string' && Object.hasOwn(roles, v);
