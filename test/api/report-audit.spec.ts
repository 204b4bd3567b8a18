/** POST /api/v1/reports/audit: a draft as text or file, against the office's own figures where a year is given. */
import { type Office, openOffice } from '@test/office';
import { zip } from '@test/zip';
import { application } from './cases-for-tests';

interface Answer {
  readonly text: string;
  readonly figures: readonly { readonly text: string; readonly metric: string | null; readonly title: string | null }[];
  readonly findings: readonly { readonly level: string; readonly rule: string; readonly message: string }[];
}

describe('a draft is audited', () => {
  let office: Office;
  const audit = async (body: Readonly<Record<string, unknown>>, status = 200) => {
    const cookie = await office.cookie('test-bureau-head');
    const answer = await office.http.post('/api/v1/reports/audit').set('cookie', cookie).send(body);
    expect(answer.status).toBe(status);
    return answer.body;
  };

  beforeAll(async () => {
    office = await openOffice('2024-03-01');
    const officer = office.as('reconsideration-officer');
    await officer.receives('reconsideration', 'receive', '2024-03-01', application('孙七', '2024-03-01'));
    await officer.receives('reconsideration', 'receive', '2024-03-01', application('周八', '2024-03-01'));
  });
  afterAll(() => office.close());

  it('as text', async () => {
    const answer: Answer = await audit({ text: '撤销12件、变更1件，共14件。' });
    expect(answer.findings.map(({ level, rule }) => `${level} ${rule}`)).toEqual(['错误 sum.total']);
    expect(answer.figures).toHaveLength(3);
  });

  it('as a file, whose words come back', async () => {
    const file = Buffer.from('2024年，新收行政复议申请2件。').toString('base64');
    const answer: Answer = await audit({ file, file_name: '报告.txt' });
    expect(answer.text).toBe('2024年，新收行政复议申请2件。');
    expect(answer.figures[0]).toMatchObject({
      metric: 'reconsideration-received',
      title: expect.stringMatching(/复议/),
    });
    expect(answer.findings).toEqual([]);
  });

  it('against the figures of the year', async () => {
    const right: Answer = await audit({ text: '2024年，新收行政复议申请2件。', year: 2024 });
    expect(right.findings).toEqual([]);
    const wrong: Answer = await audit({ text: '2024年，新收行政复议申请3件。', year: 2024 });
    expect(wrong.findings.map(({ level, rule }) => `${level} ${rule}`)).toEqual(['存疑 source.differs']);
    expect(wrong.findings[0]?.message).toContain('2件');
  });

  it('each part of a category against its own reading', async () => {
    const rulesOf = async (text: string) => {
      const answer: Answer = await audit({ text, year: 2024 });
      return answer.findings.map(({ level, rule }) => `${level} ${rule}`);
    };
    const text = (share: string) => `2024年，新收行政复议申请2件。按行政管理领域分，公安2件，占${share}。`;
    expect(await rulesOf(text('100%'))).toEqual([]);
    expect(await rulesOf(text('100%').replace('公安2件', '公安1件'))).toContain('存疑 source.differs');
  });

  it('against what was frozen for the year, whatever the records say since', async () => {
    const officer = office.as('reconsideration-officer');
    const cookie = await office.cookie('test-bureau-head');
    const freeze = await office.http
      .post('/api/v1/frozen-figures')
      .set('cookie', cookie)
      .send({ year: 2024, figures: [{ metric: 'reconsideration-received' }] });
    expect(freeze.status).toBe(201);
    await officer.receives('reconsideration', 'receive', '2024-03-01', application('吴九', '2024-03-01'));

    const kept: Answer = await audit({ text: '2024年，新收行政复议申请2件。', year: 2024 });
    expect(kept.findings).toEqual([]);
    const live: Answer = await audit({ text: '2024年，新收行政复议申请3件。', year: 2024 });
    expect(live.findings.map(({ level, rule }) => `${level} ${rule}`)).toEqual(['错误 source.differs']);
    expect(live.findings[0]?.message).toContain('应改为留存的数字');
    // Frozen for the whole year only: up to an earlier day the records answer, and may still move.
    const text = '截至2024年6月30日，新收行政复议申请2件。';
    const earlier: Answer = await audit({ text, year: 2024 });
    expect(earlier.findings.map(({ level, rule }) => `${level} ${rule}`)).toEqual(['存疑 source.differs']);
  });

  it('against what was declared and approved, where no case yields it', async () => {
    const clerk = office.as('bureau-head');
    const declare = {
      title: '分层分类处置事件',
      unit: '万起',
      value: '1.7',
      approximate: '余',
      source_file: '统计表.xlsx',
    };
    const { id } = await clerk.post<{ id: string }>('/reports/declarations', {
      ...declare,
      code: 'incidents-handled',
      year: 2024,
    });
    const rulesOf = async (text: string) => {
      const answer: Answer = await audit({ text, year: 2024 });
      return answer.findings.map(({ level, rule }) => `${level} ${rule}`);
    };
    const text = '二、人民调解\n社会治理中心分类处置事件1.7万余起。';
    expect(await rulesOf(text)).toEqual(['提示 source.none']);
    await office.as('reconsideration-head').post(`/reports/declarations/${id}/decision`, { decision: 'approved' });
    expect(await rulesOf(text)).toEqual([]);
    expect(await rulesOf(text.replace('1.7', '2.1'))).toEqual(['存疑 source.differs']);
  });

  it('a document of 10 MB, most of it pictures', async () => {
    const words = '2024年，新收行政复议申请2件。';
    const xml = `<w:document><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`;
    const file = zip([
      ['word/media/picture.png', Buffer.alloc(10 * 1024 * 1024, 7)],
      ['word/document.xml', Buffer.from(xml)],
    ]).toString('base64');
    const answer: Answer = await audit({ file, file_name: '年度报告.docx' });
    expect(answer.text.trim()).toBe(words);
  });

  it('refuses a file beyond 15 MB, and keeps other routes to 2 MB', async () => {
    const file = Buffer.alloc(15 * 1024 * 1024 + 1, 7).toString('base64');
    const { errors } = await audit({ file, file_name: '年度报告.docx' }, 400);
    expect(errors[0].rule).toBe('文件不超过 15 MB');
    const { title } = await audit({ file: `${file}${file}`, file_name: '年度报告.docx' }, 413);
    expect(title).toBe('提交的内容过大');
    const other = await office.http
      .post('/api/v1/frozen-figures')
      .set('cookie', await office.cookie('test-bureau-head'))
      .send({ year: 2024, figures: [{ metric: 'x'.repeat(3 * 1024 * 1024) }] });
    expect(other.status).toBe(413);
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['nothing', {}, '请粘贴报告稿的文字'],
    ['both', { text: '一', file: 'eA==', file_name: 'a.txt' }, '只能给一样'],
    ['a file without a name', { file: 'eA==' }, '必填'],
    ['no base64', { file: '不是', file_name: 'a.txt' }, '应为 base64'],
    ['a PDF', { file: Buffer.from('%PDF-1.4').toString('base64'), file_name: 'a.pdf' }, '是 PDF'],
    ['a year that is none', { text: '办结4件', year: 24 }, '不小于1990'],
  ])('refuses %s', async (_, body, rule) => {
    const { errors } = await audit(body, 400);
    expect(errors.map((e: { rule: string }) => e.rule).join()).toContain(rule);
  });
});
