import { type Office, openOffice } from '@test/office';
import { ordinary, receive } from './entries';

describe('案号 are earned by acceptance and have no gaps', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-12-02');
  });
  afterAll(() => office.close());

  it('a refused, a redirected and a withdrawn application consume none; the refusal is served and no period runs', async () => {
    const refused = await receive(office, '2024-12-02');
    const head = office.as('reconsideration-head');
    await head.file(refused.id).on('2024-12-04').does('refuse', { ground: 'out-of-time', reasons: '超过六十日' });
    const redirected = await receive(office, '2024-12-04');
    await head.file(redirected.id).on('2024-12-05').does('redirect', {
      competent_organ: '测试市人民政府',
      reasons: '被申请人为县人民政府',
    });
    const withdrawn = await receive(office, '2024-12-05');
    await withdrawn.on('2024-12-06').does('withdraw-before-acceptance');
    const first = await receive(office, '2024-12-06');
    const { number, registerNumber } = await accept(first.on('2024-12-10'));
    expect(number).toBe('（2024）测府政复字第1号');
    expect(registerNumber).toBe('（2024）测府政复收4号');
    for (const file of [refused, redirected, withdrawn]) expect((await file.page()).number).toBeNull();
    expect((await refused.page()).register_number).toBe('（2024）测府政复收1号');

    await refused.on('2024-12-09').does('serve', { recipient: 'applicant#1', manner: 'post' });
    expect((await refused.page()).clocks.filter((k) => k.status === 'running')).toEqual([]);
    await refused.on('2024-12-20').does('archive');
    expect((await refused.page()).state).toBe('archived');
  });

  it('a new year begins with one, by the year of the acceptance and not of the receipt', async () => {
    const december = await receive(office, '2024-12-30');
    const january = await receive(office, '2025-01-02');
    expect((await accept(january.on('2025-01-03'))).number).toBe('（2025）测府政复字第1号');
    expect((await accept(december.on('2024-12-31'))).number).toBe('（2024）测府政复字第2号');
    const late = await receive(office, '2024-12-31');
    expect((await accept(late.on('2025-01-06'))).number).toBe('（2025）测府政复字第2号');
  });

  it('an order of the superior to accept earns one at last', async () => {
    const file = await receive(office, '2025-02-05');
    const head = file.as('reconsideration-head');
    await head.on('2025-02-06').does('refuse', { ground: 'out-of-scope', reasons: '内部行为' });
    const { number } = await head.on('2025-03-03').does('accept-by-order', {
      ...ordinary(office),
      order_ground: 'superior',
      order_reference: '测市府复责〔2025〕1号',
    });
    expect(number).toBe('（2025）测府政复字第3号');
    expect(await file.facts()).toMatchObject({ accepted_on: '2025-03-03' });
    expect(await file.facts()).not.toHaveProperty('exit');
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ due: '2025-05-06' });
  });

  /** The receipt in the words of the API, which writes `register_number`. */
  async function accept(file: Awaited<ReturnType<typeof receive>>) {
    const { number } = await file.does('accept', ordinary(office));
    return { number, registerNumber: (await file.page()).register_number };
  }
});
