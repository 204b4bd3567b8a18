import { type LimitId, limit } from './catalogue';
import { type LawCode, laws } from './citation';
import { type Conventions, defaultConventions } from './conventions';
import { type Day, parseDay } from './day';
import { LawError } from './law-error';
import type { LimitVersion } from './time-limit';
import { type TriggerFact, triggerFacts } from './trigger';

/** The dated facts of a case, as far as they are known. */
export type Triggers = Readonly<Partial<Record<TriggerFact, Day>>>;

export interface BoundVersion {
  readonly version: LimitVersion;
  readonly fact: TriggerFact;
  /** The day of that fact: the day from which the limit is counted. */
  readonly from: Day;
  /** True when versions with different trigger facts competed, so that the answer rests on the binding convention. */
  readonly contested: boolean;
}

function noVersion(id: LimitId, value: string): LawError {
  const { title, versions } = limit(id);
  const intervals = versions.map(({ from, until }) => `${from}起${until ? `至${until}止` : ''}`).join('、');
  const rule = `起算日须在规定施行期间内（${intervals}）`;
  return new LawError('no-version-in-force', `“${title}”在 ${value} 没有施行的规定：${rule}。`, 'from', value, rule);
}

const inForce = (version: LimitVersion, day: Day): boolean =>
  version.from <= day && (version.until === undefined || day <= version.until);

/** The version in force on one known trigger day. Throws LawError `no-version-in-force`. */
export function bindOn(id: LimitId, from: Day): BoundVersion {
  const version = limit(id).versions.find((candidate) => inForce(candidate, from));
  if (!version) throw noVersion(id, from);
  return { version, fact: version.trigger, from, contested: false };
}

/**
 * 人工指定版本 — the version of a law somebody named, whether or not the trigger day lies in its interval; of several the
 * one in force that day, else the last. Throws LawError `no-version-in-force` when that law has none.
 */
export function bindNamed(id: LimitId, law: LawCode, triggers: Triggers, from: Day | undefined): BoundVersion {
  const ofLaw = limit(id).versions.filter((version) => version.law === law);
  const fact = (version: LimitVersion) => triggers[version.trigger] ?? from ?? Object.values(triggers)[0] ?? '';
  const version = ofLaw.find((candidate) => inForce(candidate, fact(candidate))) ?? ofLaw.at(-1);
  if (!version) throw noVersion(id, laws[law].name);
  return { version, fact: version.trigger, from: parseDay(fact(version), version.trigger), contested: false };
}

/**
 * 新旧法衔接 — each version names its own trigger; oldest first, the first whose trigger falls inside its interval binds.
 * 行政复议法(2023) 87–90 hold no transitional article, so this is the setting `versionBinding`.
 * Throws LawError `trigger-missing` when no fact that a version counts from is dated, else `no-version-in-force`.
 */
export function bindVersion(
  id: LimitId,
  triggers: Triggers,
  conventions: Conventions = defaultConventions,
): BoundVersion {
  const { versions } = limit(id);
  const ordered = conventions.versionBinding === 'oldest-first' ? versions : [...versions].reverse();
  const dated = ordered.flatMap((version) => {
    const corrected = version.triggerWhenCorrected;
    const moved = conventions.oldLawAcceptanceDate === 'corrected' && corrected && triggers[corrected] !== undefined;
    const fact = moved ? corrected : version.trigger;
    const from = triggers[fact];
    // The setting moves the day from which the old law counts, not the law: an application received under it stays there.
    return from === undefined
      ? []
      : [{ version, fact, from: parseDay(from, fact), bindsOn: triggers[version.trigger] ?? from }];
  });
  const found = dated.find(({ version, bindsOn }) => inForce(version, bindsOn));
  if (found) {
    const { version, fact, from } = found;
    return { version, fact, from, contested: new Set(dated.map((d) => d.fact)).size > 1 };
  }
  if (dated[0]) throw noVersion(id, dated.map(({ from }) => from).join('、'));
  const wanted = [...new Set(versions.map((version) => triggerFacts[version.trigger]))].join('或者');
  const rule = `须给出起算事实的日期：${wanted}`;
  throw new LawError('trigger-missing', `“${limit(id).title}”无法起算：${rule}。`, 'triggers', '', rule);
}
