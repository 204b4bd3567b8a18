/** Whose suits, which instances and what outcome: the groups that the metrics of 行政应诉 share. */
import { litigationFacts, lostRulings } from '@anjuan/cases/litigation';
import { metricsOf } from '../metric';
import { all, any, not, type Predicate, testsOf } from '../predicate';

export const metrics = metricsOf(litigationFacts, { unit: '件', counts: 'instance', scope: 'own-government' });
export const tests = testsOf(litigationFacts);

const { is, flagged, known, within, upToEnd, beforeStart, openAtEnd, openAtStart } = tests;

export const ownGovernment = is('defendant', 'own-government');
export const departments = is('defendant', 'department');
export const allOrgans = known('defendant');
/** A suit's file stands where its newest instance at the end of the window stands; older instances are not counted. */
export const newest = all(upToEnd('notified_on'), openAtEnd('followed_on'));
/** 被告、被上诉人、再审被申请人: the side that answers. */
export const answering = is(
  'standing',
  'sole',
  'joint',
  'review-sole',
  'review-joint',
  'appellee',
  'retrial-respondent',
);
export const sole = is('standing', 'sole', 'review-sole');
export const joint = is('standing', 'joint', 'review-joint');

export const received = within('notified_on');
export const concluded = within('ruled_on');
export const carriedIn = all(beforeStart('notified_on'), openAtStart('ruled_on'));
export const pending = all(upToEnd('notified_on'), openAtEnd('ruled_on'));
/** Open at some time in the window. */
export const handled = any(received, carriedIn);
export const handledFile = all(newest, any(received, carriedIn));
export const first = is('instance', 'first');
export const second = is('instance', 'second');
export const judged = is('ruling_form', 'judgment');
/**
 * 败诉: the set the Shandong High Court publishes (2018), with 履行给付, 协议履行 and 复议决定违法. An unlawful review of a
 * lawful act is lost by the review organ alone, and where the court judged the review decision apart, the review organ
 * loses by that (适用行政诉讼法解释第一百三十六条).
 */
const lostRuling = is('ruling', ...lostRulings.filter((r) => r !== 'reconsideration-unlawful'));
const reviewOrgan = flagged('review_organ');
export const lost = any(
  all(is('ruling', 'reconsideration-unlawful'), reviewOrgan),
  all(lostRuling, not(all(reviewOrgan, is('review_ruling', 'kept')))),
  all(reviewOrgan, not(is('ruling', 'appeal-upheld')), is('review_ruling', 'revoked', 'unlawful', 'void')),
);
export const settled = is('ruling', 'withdrawn', 'deemed-withdrawn', 'mediated');
export const heard = within('heard_on');
export const attended = flagged('head_attended');

/** The same list for all organs and for departments alone. */
export const scopesOf = (where: Predicate) =>
  ({
    'all-organs': { reads: '本级政府及部门、乡镇街道', scope: 'all-organs', where: all(allOrgans, where) },
    departments: { reads: '部门、乡镇街道', scope: 'departments', where: all(departments, where) },
  }) as const;
export const ratesOf = (part: Predicate, base: Predicate) =>
  ({
    'all-organs': {
      reads: '本级政府及部门、乡镇街道',
      scope: 'all-organs',
      part: all(allOrgans, part),
      base: all(allOrgans, base),
    },
    departments: {
      reads: '部门、乡镇街道',
      scope: 'departments',
      part: all(departments, part),
      base: all(departments, base),
    },
  }) as const;
