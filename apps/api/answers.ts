/** How an answer describes a legal day or a text, and one that may be missing. */

export const day = { type: String, format: 'date' } as const;
export const dayOrNull = { ...day, nullable: true } as const;
export const textOrNull = { type: String, nullable: true } as const;
