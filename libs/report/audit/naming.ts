/** Names a figure: which domain it speaks in, which term of that domain its label says. */
import type { FigureKind } from './figure';
import {
  compensationTerms,
  coordinationTerms,
  enforcementTerms,
  generalTerms,
  legalAidTerms,
  petitionTerms,
} from './terms/beside';
import { domainCues, weakCue } from './terms/domains';
import { litigationTerms } from './terms/litigation';
import { mediationTerms } from './terms/mediation';
import { reconsiderationTerms } from './terms/reconsideration';
import type { Domain, Term } from './terms/term';

const termsOf: Readonly<Record<Domain, readonly Term[]>> = {
  reconsideration: reconsiderationTerms,
  litigation: litigationTerms,
  mediation: mediationTerms,
  coordination: coordinationTerms,
  compensation: compensationTerms,
  petition: petitionTerms,
  'legal-aid': legalAidTerms,
  enforcement: enforcementTerms,
  other: [],
};

export interface Cue {
  readonly at: number;
  readonly domain: Domain;
}

const anyCue = new RegExp(domainCues.map(([, words]) => `(${words})`).join('|'), 'g');

/** Every cue of the text in order. */
export function cuesIn(text: string): Cue[] {
  const cues: Cue[] = [];
  for (const match of text.matchAll(anyCue)) {
    const index = match.slice(1).findIndex((group) => group !== undefined);
    const domain = domainCues[index]?.[0];
    if (domain !== undefined) {
      cues.push({ at: match.index, domain });
    }
  }
  return cues;
}

/** The domain a label says itself: casework before the rest, and the first casework word of it. */
export function domainOf(label: string): Domain | null {
  const cues = cuesIn(label);
  return cues.find((cue) => cue.domain !== 'other')?.domain ?? cues[0]?.domain ?? null;
}

export function speaksWeakly(label: string): boolean {
  return new RegExp(weakCue).test(label);
}

export interface Asked {
  /** Label with ▮ for the number. */
  readonly label: string;
  readonly kind: FigureKind;
  readonly unit: string;
  /** The sentence before the number, and behind it. */
  readonly before: string;
  readonly behind: string;
}

/** 11类案件 and 20多个领域 tell of cases but count none. */
const noCase = /^(?:类|种|轮|章|条|字|组)$/;
const judged: ReadonlySet<Domain> = new Set(['reconsideration', 'litigation']);

export function termFor(domain: Domain | null, asked: Asked): Term | null {
  const general = generalTerms.find((term) => fits(term, asked));
  if (general !== undefined) {
    return general;
  }
  if (domain === null || (judged.has(domain) && asked.kind === 'count' && noCase.test(asked.unit))) {
    return null;
  }
  return termsOf[domain].find((term) => fits(term, asked)) ?? null;
}

function fits(term: Term, asked: Asked): boolean {
  const kind = term.kind ?? 'count';
  return (
    (kind === 'any' || kind === asked.kind) &&
    (term.units === undefined || term.units.test(asked.unit)) &&
    term.says.test(asked.label) &&
    (term.not === undefined || !term.not.test(asked.label)) &&
    (term.within === undefined || term.within.test(asked.before)) &&
    (term.ahead === undefined || term.ahead.test(asked.behind))
  );
}

/** A share of a named count has its own name where the catalogue has one. */
const shares: Readonly<Record<string, string>> = {
  'reconsideration-corrected': 'reconsideration-direct-correction-rate',
  'reconsideration-upheld': 'reconsideration-upheld-rate',
  'reconsideration-rejected': 'reconsideration-rejected-rate',
  'reconsideration-terminated': 'reconsideration-terminated-rate',
  'reconsideration-mediated-settled': 'reconsideration-mediation-rate',
  'reconsideration-mediated-withdrawn': 'reconsideration-mediation-rate',
  'reconsideration-other-concluded': 'reconsideration-other-rate',
  'reconsideration-then-sued': 'reconsideration-post-suit-rate',
  'reconsideration-not-accepted': 'reconsideration-not-accepted-rate',
  'reconsideration-accepted': 'reconsideration-acceptance-rate',
  'reconsideration-redirected': 'reconsideration-redirected-rate',
  'reconsideration-concluded': 'reconsideration-completion-rate',
  'reconsideration-pre-acceptance-settled': 'reconsideration-pre-acceptance-rate',
  'reconsideration-comprehensive-resolved': 'reconsideration-comprehensive-resolution-rate',
  'reconsideration-settled-no-suit': 'reconsideration-settled-rate',
  'litigation-lost': 'litigation-loss-rate',
  'litigation-head-appearances': 'litigation-head-appearance-rate',
  'litigation-concluded': 'litigation-conclusion-rate',
  'litigation-mediated-withdrawn': 'litigation-mediation-rate',
  'mediation-succeeded': 'mediation-success-rate',
};
const outcomeParts = /^reconsideration-(?:revoked|changed|confirmed|ordered|withdrawn)/;

export function shareOf(metric: string | null): string | null {
  if (metric === null) {
    return null;
  }
  const named = shares[metric];
  if (named !== undefined) {
    return named;
  }
  if (outcomeParts.test(metric)) {
    return 'reconsideration-outcome-share';
  }
  const kind = /^(reconsideration|litigation|mediation)-/.exec(metric)?.[1];
  return kind === undefined ? null : `${kind}-category-share`;
}

/** The change of a metric: growth of a count, movement of a rate in percent or in points. */
export function changeOf(metric: string | null, kind: FigureKind): string | null {
  if (metric === null) {
    return null;
  }
  if (kind === 'amount' || kind === 'measure') {
    return null;
  }
  if (kind === 'count') {
    return `${metric}-increase`;
  }
  const base = /^(reconsideration|litigation|mediation|disputes|prelitigation|administrative)-/
    .exec(metric)?.[1]
    ?.replace(/^(?:disputes|prelitigation|administrative)$/, 'mediation');
  if (base === undefined) {
    return null;
  }
  if (/-(?:rate|ratio)$/.test(metric)) {
    // In percent the catalogue's sources name the family of rates, in points the very rate.
    const family = metric
      .replace('-direct-correction-', '-correction-')
      .replace('-comprehensive-resolution-', '-resolution-');
    return kind === 'points' ? `${metric}-pp` : `${family}-yoy`;
  }
  // What a place took in moves as all of them do; a class of cases by itself.
  return /-by-(?!authority|court)|-category|-enterprise-/.test(metric)
    ? `${base}-category-growth`
    : `${base}-growth-rate`;
}
