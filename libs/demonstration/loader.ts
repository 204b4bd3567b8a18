/** Loads demonstration counties through the clerk: the same door, the same rules, in batches. */
import { type BatchAnswer, type CaseScript, Clerk } from '@anjuan/casework';
import { Identity, systemActor } from '@anjuan/identity';
import { buildCalendar } from '@anjuan/law';
import { Clock } from '@anjuan/platform';
import { Registers } from '@anjuan/registers';
import { SubsidyLists, SubsidyRounds, SubsidyRules } from '@anjuan/subsidies';
import { Injectable } from '@nestjs/common';
import { Chance } from './chance';
import { compensationScript } from './compensation-years';
import { coordinationScripts, seriesIdsOf } from './coordination-years';
import { chaotian2020 } from './counties/chaotian';
import { gucheng2024 } from './counties/gucheng';
import { junshan2021 } from './counties/junshan';
import { linhai2023 } from './counties/linhai';
import { liyang2022 } from './counties/liyang';
import { accountsOf, demonstrationPassword, foundCounty } from './county';
import { letterScripts } from './letter-years';
import { suitScripts } from './litigation-years';
import { mediationScripts } from './mediation-years';
import { presentScripts } from './present';
import { reviewScripts } from './reconsideration-years';
import { registerEntries } from './register-years';
import { paySubsidies } from './subsidy-years';
import type { CountyYear } from './year';

const years: readonly CountyYear[] = [junshan2021, liyang2022, gucheng2024, linhai2023, chaotian2020];
export const demonstrationNames: readonly string[] = years.map((y) => y.plan.name);

/** Cases in one transaction: large enough to save trips, small enough to keep memory flat. */
const batchSize = 400;

/** Called as cases are written: how many of how many. */
export type Progress = (county: string, done: number, total: number) => void;
export interface LoadReport {
  readonly name: string;
  readonly slug: string;
  readonly cases: number;
  /** True where the county was there already and nothing was loaded. */
  readonly skipped: boolean;
}

@Injectable()
export class Demonstration {
  constructor(
    private readonly clerk: Clerk,
    private readonly identity: Identity,
    private readonly clock: Clock,
    private readonly registers: Registers,
    private readonly rules: SubsidyRules,
    private readonly rounds: SubsidyRounds,
    private readonly lists: SubsidyLists,
  ) {}

  /** Loads the named county's year and its open files of today. A county that exists is left alone. */
  async load(name: string, progress: Progress = () => undefined): Promise<LoadReport> {
    const year = years.find((y) => y.plan.name === name);
    if (!year) throw new Error(`没有名为“${name}”的演示数据；可用：${demonstrationNames.join('、')}、all`);
    const { plan } = year;
    if ((await this.identity.jurisdictionId(plan.slug)) !== null)
      // An interrupted one is for the caller to discard: it takes the owner's role.
      return { name, slug: plan.slug, cases: 0, skipped: true };
    const chance = new Chance(plan.name, buildCalendar());
    const county = await foundCounty(this.identity, plan, chance);
    const seriesIds = seriesIdsOf(year.coordination);
    const reviews = reviewScripts(county, chance, year.reviews, seriesIds);
    const scripts = [
      ...reviews,
      ...coordinationScripts(county, new Chance(`${plan.name} 协调`, buildCalendar()), year.coordination, seriesIds),
      ...year.suits(chance).flatMap((suit) => suitScripts(county, chance, suit)),
      ...(year.compensations ?? []).map((request) => compensationScript(county, chance, request)),
      ...mediationScripts(county, chance, year.mediations(chance)),
      ...letterScripts(county, chance, reviews, year.letters ?? []),
    ].sort(byOpening);
    const present = presentScripts(county, chance, this.clock.today());
    await this.write(county.jurisdictionId, plan.name, [...scripts, ...present], progress);
    // Chance of their own: one more register must not deal the cases anew.
    const draws = new Chance(`${plan.name} registers`, buildCalendar());
    for (const [name, entries] of registerEntries(county, draws, year.registers, this.clock.today()))
      await this.registers.enterAll(systemActor(county.jurisdictionId), name, entries);
    if (year.subsidies) {
      const office = { clerk: this.clerk, rules: this.rules, rounds: this.rounds, lists: this.lists };
      await paySubsidies(office, county, year.subsidies);
    }
    await this.identity.changeSettings(county.jurisdictionId, { demonstration: { name, complete: true } });
    return { name, slug: plan.slug, cases: scripts.length + present.length, skipped: false };
  }

  /** The jurisdiction of a year whose loading was interrupted, or null. It must be discarded before it is loaded again. */
  async interrupted(name: string): Promise<number | null> {
    const year = years.find((y) => y.plan.name === name);
    const id = year ? await this.identity.jurisdictionId(year.plan.slug) : null;
    if (id === null) return null;
    const { demonstration } = await this.identity.settings(id);
    const state = typeof demonstration === 'object' && demonstration !== null ? demonstration : {};
    return 'complete' in state && state.complete === false ? id : null;
  }

  private async write(jurisdictionId: number, name: string, scripts: readonly CaseScript[], progress: Progress) {
    const actor = systemActor(jurisdictionId);
    for (let at = 0; at < scripts.length; at += batchSize) {
      const batch = scripts.slice(at, at + batchSize);
      const answers = await this.clerk.batch(actor, batch, { origin: 'demonstration' });
      const refused = answers.find((a): a is Extract<BatchAnswer, { ok: false }> => !a.ok);
      if (refused) throw new Error(`演示数据未能通过办案规则：${refused.error.message}`);
      progress(name, at + batch.length, scripts.length);
    }
  }
}

/** In the order of opening, so that numbers follow the calendar as they do in an office. */
const byOpening = (a: CaseScript, b: CaseScript): number => {
  const on = (s: CaseScript) => s.steps[0]?.happenedOn ?? '';
  return on(a) < on(b) ? -1 : on(a) > on(b) ? 1 : 0;
};

/** Who can sign in to the named counties, with the password that all of them share. */
export const demonstrationAccounts = (slugs: readonly string[]) => ({
  password: demonstrationPassword,
  counties: years
    .filter((y) => slugs.includes(y.plan.slug))
    .map((y) => ({ slug: y.plan.slug, name: y.plan.title, year: y.plan.year, accounts: accountsOf(y.plan) })),
});
