/** A year's subsidies, taken through the same steps as in an office: tariff, claims, draw, inspection, notice, payment. */
import { type Clerk, FieldErrors } from '@anjuan/casework';
import type { Day } from '@anjuan/law';
import type { Rate, SubsidyLists, SubsidyRounds, SubsidyRules } from '@anjuan/subsidies';
import type { County } from './county';

export interface SubsidyYear {
  readonly tariff: { readonly title: string; readonly effective_from: Day; readonly rates: readonly Rate[] };
  readonly round: { readonly name: string; readonly period_from: Day; readonly period_to: Day };
  readonly days: { readonly built: Day; readonly published: Day; readonly approved: Day; readonly paid: Day };
}
interface Subsidies {
  readonly clerk: Clerk;
  readonly rules: SubsidyRules;
  readonly rounds: SubsidyRounds;
  readonly lists: SubsidyLists;
}

export async function paySubsidies(office: Subsidies, county: County, year: SubsidyYear): Promise<void> {
  const { clerk, rules, rounds, lists } = office;
  const { mediation: officer, bureauHead: head } = county.officers;
  const { days } = year;
  const origin = 'demonstration' as const;
  await rules.addTariff(officer, {
    ...year.tariff,
    groups: [],
    papers: {
      written: [
        'mediation.intake-form',
        'mediation.session-record',
        'mediation.agreement',
        'mediation.follow-up-record',
      ],
    },
    evidence: [],
    same_parties_days: 30,
    similar_percent: 85,
    similar_min_length: 40,
    performed_only: true,
    pass_mark: 80,
    notice_days: 5,
  });
  const round = await rounds.open(officer, year.round);
  await rounds.build(officer, round.id, days.built, { origin });
  await rounds.draw(
    officer,
    round.id,
    {
      seed: `${year.round.name}-0817`,
      seed_source: '局门户网站公告',
      seed_published_on: days.built,
      sample_permille: 50,
      drawn_on: days.built,
    },
    { origin },
  );
  const drawn = await lists.claims(officer, round.id, { drawn: true, limit: 500 });
  const inspections = drawn.items.map((c, i) => ({
    caseId: c.id,
    steps: [{ event: 'inspect', happenedOn: days.published, fields: { score: 86 + (i % 12) } }],
  }));
  for (const answer of await clerk.batch(officer, inspections, { origin })) if (!answer.ok) throw answer.error;
  const steps = [
    { by: officer, event: 'propose', happenedOn: days.published },
    { by: officer, event: 'publish', happenedOn: days.published },
    { by: head, event: 'approve', happenedOn: days.approved },
    { by: officer, event: 'pay', happenedOn: days.paid },
  ] as const;
  for (const { by, event, happenedOn } of steps) {
    const { refused } = await rounds.advance(by, round.id, { event, happenedOn }, { origin });
    if (refused.length)
      throw new FieldErrors(
        refused.flatMap((r) => r.messages).map((rule) => ({ field: event, value: round.name, rule })),
      );
  }
}
