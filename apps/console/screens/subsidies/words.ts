export const levelTitles = { simple: '简单', ordinary: '一般', difficult: '疑难复杂', major: '重大' } as const;
export const formTitles = { written: '书面协议', oral: '口头协议', failed: '调解不成' } as const;
export type Level = keyof typeof levelTitles;
export type Form = keyof typeof formTitles;

const isLevel = (v: string): v is Level => Object.hasOwn(levelTitles, v);
const isForm = (v: string): v is Form => Object.hasOwn(formTitles, v);
export const levels: readonly Level[] = Object.keys(levelTitles).filter(isLevel);
export const forms: readonly Form[] = Object.keys(formTitles).filter(isForm);
