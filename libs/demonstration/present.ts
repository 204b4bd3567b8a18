/** About forty files that are open today, so that deadlines, lights and reminders can be seen at work. */
import type { CaseScript } from '@anjuan/casework';
import { addDays, type Day } from '@anjuan/law';
import type { Chance } from './chance';
import { adviceScript, compensationScript } from './compensation-years';
import type { County } from './county';
import { suitScripts } from './litigation-years';
import { mediationScripts, referralScript } from './mediation-years';
import { reviewScript } from './reconsideration-years';

export function presentScripts(county: County, chance: Chance, today: Day): CaseScript[] {
  const ago = (days: number) => chance.before(today, days);
  const open = { end: 'open' } as const;
  const reviews = [1, 2, 4, 9, 14, 20, 27, 33, 41, 48, 52, 55, 58, 63].map((days) =>
    reviewScript(county, chance, { receivedOn: ago(days), ends: open }),
  );
  const suits = [3, 6, 8, 12, 14, 18, 30, 45].flatMap((days) =>
    suitScripts(county, chance, {
      whose: 'own-government',
      first: { notifiedOn: ago(days), ...(days > 40 ? { heard: 'attended' as const } : {}) },
    }),
  );
  const span = [addDays(today, -30), addDays(today, -1)] as const;
  const mediations = mediationScripts(county, chance, [{ count: 20, at: ['town-committee'], span, how: 'written' }]);
  const referrals = [1, 2, 3, 5].map((days) => referralScript(county, chance, ago(days)));
  const others = [
    compensationScript(county, chance, { receivedOn: ago(20), amount: 2_600_000 }),
    adviceScript(county, ago(30)),
  ];
  return [...reviews, ...suits, ...mediations, ...referrals, ...others].map((script) => untilToday(script, today));
}

/** What lies ahead has not happened: the file stands where its last past event left it. */
function untilToday(script: CaseScript, today: Day): CaseScript {
  const ahead = script.steps.findIndex((s) => s.happenedOn > today);
  return ahead === -1 ? script : { ...script, steps: script.steps.slice(0, ahead) };
}
