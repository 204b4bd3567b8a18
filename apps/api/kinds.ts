/** Permissions under which cases of some kind are read or acted on; which cases, the clerk and the reading side decide. */
const kinds = [
  'mediation',
  'reconsideration',
  'litigation',
  'compensation',
  'judicial-advice',
  'letter',
  'answering',
  'subsidy',
  'meeting',
  'coordination',
  'series',
  'supervision',
] as const;

export const acting = kinds.map((kind) => `${kind}:act` as const);
export const reading = kinds.map((kind) => `${kind}:read` as const);
