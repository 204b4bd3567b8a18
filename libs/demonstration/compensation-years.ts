/** Requests for compensation as scripts: asked of the organ, decided, served and paid. */
import type { CaseScript, ScriptStep } from '@anjuan/casework';
import type { Actor } from '@anjuan/identity';
import { addDays, type Day } from '@anjuan/law';
import type { Chance } from './chance';
import type { County } from './county';
import { natural } from './names';

export interface CompensationCase {
  readonly receivedOn: Day;
  /** The day on the decision; absent while open. */
  readonly decidedOn?: Day;
  /** Fen. */
  readonly amount: number;
}

export function compensationScript(county: County, chance: Chance, request: CompensationCase): CaseScript {
  const { litigation: officer, organHead } = county.officers;
  const { receivedOn, decidedOn, amount } = request;
  const steps: ScriptStep[] = [];
  const step = (actor: Actor, happenedOn: Day, event: string, fields: Record<string, unknown> = {}) =>
    steps.push({ actor, happenedOn, event, fields });
  step(officer, receivedOn, 'request', {
    parties: [natural(chance, 'claimant'), { role: 'organ', kind: 'organ', name: `${county.plan.title}人民政府` }],
    liable: 'own-government',
    ground: 'levy',
    damage_known_on: addDays(receivedOn, -90),
    claim_fen: amount * 2,
    claims: '附属设施被拆除，请求赔偿直接损失',
  });
  if (decidedOn !== undefined) {
    step(officer, chance.before(decidedOn, 15), 'negotiate', { content: '就附属设施的数量和单价逐项协商' });
    step(organHead, decidedOn, 'compensate', {
      manner: 'payment',
      amount_fen: amount,
      reasons: '拆除前未依法告知，附属设施的直接损失应当赔偿',
    });
    const served = chance.after(decidedOn, 3);
    step(officer, served, 'serve', { service_way: 'direct' });
    const asked = chance.after(served, 5);
    step(officer, asked, 'receive-payment-request');
    const applied = chance.after(asked, 2);
    step(officer, applied, 'apply-for-payment');
    const paid = chance.after(applied, 8);
    step(officer, paid, 'record-performance');
    step(officer, chance.after(paid, 5), 'archive');
  }
  return { open: { kind: 'compensation', organisationId: county.litigation.id }, steps };
}

/** 司法建议 that still waits for its reply. */
export function adviceScript(county: County, receivedOn: Day): CaseScript {
  const actor = county.officers.litigation;
  return {
    open: { kind: 'judicial-advice', organisationId: county.litigation.id },
    steps: [
      {
        actor,
        happenedOn: receivedOn,
        event: 'receive',
        fields: {
          parties: [
            { role: 'issuer', kind: 'organ', name: `${county.plan.place}人民法院` },
            { role: 'addressee', kind: 'organ', name: `${county.plan.title}人民政府` },
          ],
          advice_kind: 'general',
          advice_number: `（${receivedOn.slice(0, 4)}）司建1号`,
          content: '建议规范行政执法文书送达程序',
        },
      },
    ],
  };
}
