import { type Office, openOffice } from '@test/office';
import { refusals, suit } from './entries';

const letter = (advice_kind: string, more: Readonly<Record<string, unknown>> = {}) => ({
  parties: [
    { role: 'issuer', kind: 'organ', name: '测试县人民法院' },
    { role: 'addressee', kind: 'organ', name: '测试县自然资源局' },
  ],
  advice_kind,
  advice_number: '（2024）司建3号',
  content: '建议规范送达程序',
  ...more,
});

describe('letters of advice from court and procuratorate', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());
  const received = (kind: string, more?: Readonly<Record<string, unknown>>, parentId?: string) =>
    office
      .as('litigation-officer')
      .receives('judicial-advice', 'receive', '2024-03-04', letter(kind, more), parentId ? { parentId } : {});

  it('each have their own period to reply', async () => {
    const due = async (kind: string, limit: string) => (await (await received(kind)).clock(limit)).due;
    // 05-03 and 05-04 lie in the Labour Day holiday.
    expect(await due('general', 'litigation.judicial-advice-reply')).toBe('2024-05-06');
    expect(await due('norm', 'litigation.norm-advice-reply')).toBe('2024-05-06');
    expect(await due('procuratorial', 'litigation.procuratorial-reply')).toBe('2024-05-06');
    expect(await due('procuratorial-urgent', 'litigation.procuratorial-reply-urgent')).toBe('2024-03-19');
  });

  it('may set a day of their own where the law leaves it to them', async () => {
    const file = await received('general', { reply_due_on: '2024-04-12' });
    const clocks = (await file.page()).clocks;
    expect(clocks.map((k) => [k.limit, k.due, k.duty])).toEqual([
      ['litigation.judicial-advice-reply', '2024-04-12', 'own'],
    ]);
    expect(await refusals(received('procuratorial', { reply_due_on: '2024-04-12' }))).toEqual(['advice.day']);
  });

  it('had no period before the rules of 2023 unless they set one', async () => {
    const file = await office
      .as('litigation-officer')
      .receives('judicial-advice', 'receive', '2023-11-15', letter('general'));
    expect((await file.page()).clocks).toEqual([]);
  });

  it('are assigned, followed, answered and archived, and stand under the suit they grew out of', async () => {
    const parent = await office.as('litigation-officer').receives('litigation', 'receive-notice', '2024-03-04', suit());
    const file = await received('procuratorial', {}, parent.id);
    expect((await file.page()).parent).toMatchObject({ id: parent.id });
    expect((await parent.page()).children).toMatchObject([{ id: file.id, kind: 'judicial-advice' }]);
    await file.on('2024-03-06').does('assign', { unit: '测试县自然资源局法规股' });
    await file.on('2024-04-10').does('record-measures', { measures: '全面清理未送达的决定书' });
    await file.on('2024-04-20').does('reply', { adoption: 'adopted', content: '已采纳并完成整改' });
    expect(await file.clock('litigation.procuratorial-reply')).toMatchObject({
      status: 'met',
      ended_on: '2024-04-20',
    });
    await file.on('2024-05-10').does('archive');
    expect(await file.shows()).toEqual({
      state: 'archived',
      papers: ['judicial-advice.assignment', 'judicial-advice.reply'],
    });
    expect(await office.figure('judicial-advice-received', 2024)).toMatchObject({ printed: '6' });
    expect(await office.figure('judicial-advice-replied', 2024)).toMatchObject({ printed: '1' });
    expect(await office.figure('judicial-advice-reply-rate', 2024)).toMatchObject({ numerator: 1, denominator: 6 });
  });
});
