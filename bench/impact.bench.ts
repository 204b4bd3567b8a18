/**
 * 影响清单 of a whole office. Baseline `naive`: one transaction per case that reads the case's clocks and counts each by
 * both calendars. `BENCH_CASES` open reconsiderations (default 5 000, two open clocks each).
 */
import { performance } from 'node:perf_hooks';
import { type CaseScript, conventionsOf, type LedgerEntry, readOffice, reassess } from '@anjuan/casework';
import { addDays, buildCalendar, type Day, isLimitId } from '@anjuan/law';
import { openDesk } from '@test/desk';

const CASES = Number(process.env.BENCH_CASES ?? 5000);
const BATCH = 250;

const festivals = [
  ['元旦', '2027-01-01', '2027-01-03'],
  ['春节', '2027-02-05', '2027-02-11'],
  ['清明节', '2027-04-03', '2027-04-05'],
  ['劳动节', '2027-05-01', '2027-05-05'],
  ['端午节', '2027-06-09', '2027-06-09'],
  ['中秋节', '2027-09-15', '2027-09-15'],
  ['国庆节', '2027-10-01', '2027-10-07'],
] as const;
const notice = {
  year: 2027,
  number: '示例〔2026〕1号',
  issued: '2026-11-20',
  festivals: festivals.map(([name, first, last]) => ({ name, off: [first, last] as const, makeUp: [] })),
};

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

it('assesses and moves the open clocks of an office', async () => {
  const desk = await openDesk('2026-12-10');
  try {
    const county = await desk.county('bench');
    const officer = await county.actor('reconsideration-officer');
    const second = await county.actor('reconsideration-head');
    const script = (day: Day, n: number): CaseScript => ({
      open: { kind: 'reconsideration', organisationId: county.bureau.id },
      steps: [
        {
          event: 'receive',
          happenedOn: day,
          fields: {
            channel: 'counter',
            matter: 'penalty',
            field: 'police',
            respondent_level: 'county-department',
            organ_received_on: day,
            claims: '撤销行政处罚决定',
            parties: [
              { role: 'applicant', kind: 'natural', name: `申请人${n}` },
              { role: 'respondent', kind: 'organ', name: '县公安局' },
            ],
          },
        },
        {
          event: 'accept',
          happenedOn: addDays(day, 1),
          fields: { track: 'ordinary', second_reviewer: second.personId },
        },
      ],
    });
    for (let at = 0; at < CASES; at += BATCH) {
      const scripts = Array.from({ length: Math.min(BATCH, CASES - at) }, (_, i) =>
        script(addDays('2026-11-02', (at + i) % 38), at + i),
      );
      const answers = await desk.clerk.batch(officer, scripts, { origin: 'import' });
      const refused = answers.find((a) => !a.ok);
      if (refused && !refused.ok) throw refused.error;
    }
    const changes = desk.changes;
    const change = await changes.proposeNotice(officer, {
      number: notice.number,
      issued: notice.issued,
      year: notice.year,
      festivals: notice.festivals,
    });
    const { jurisdictionId } = county;
    const ids = await desk.database.inJurisdiction(jurisdictionId, (tx) =>
      tx.query<{ id: string }>('select id from case_file where jurisdiction_id = $1 order by id', [jurisdictionId]),
    );
    const next = buildCalendar({ notices: [notice] });
    let moved = 0;
    const naive = await seconds(async () => {
      for (const { id } of ids)
        await desk.database.inJurisdiction(jurisdictionId, async (tx) => {
          await readOffice(tx, jurisdictionId);
          const clocks = await tx.query<{ limit_id: string; ledger: LedgerEntry[]; due: Day | null; status: string }>(
            'select limit_id, ledger, due, status from clock where jurisdiction_id = $1 and case_id = $2',
            [jurisdictionId, id],
          );
          for (const { limit_id: limit, ledger, due } of clocks) {
            if (!isLimitId(limit)) continue;
            const after = reassess({ limit, ledger }, next, conventionsOf(ledger));
            if (after && after.reckoned.due !== due) moved += 1;
          }
        });
    });
    let list = await changes.impact(officer, change.id);
    const assessed = await seconds(async () => {
      list = await changes.impact(officer, change.id);
    });
    expect(list.moved).toBe(moved);
    const confirmed = await seconds(() => changes.confirm(second, change.id, list.digest));
    const words = [
      `影响清单：${ids.length}件未结案，${list.assessed}个在计期限，其中${list.moved}个变动、${list.settled}个由暂定转为确定`,
      `  清单        ${assessed.toFixed(2)}秒`,
      `  naive       ${naive.toFixed(2)}秒（每案一个事务）；naive ÷ 清单 = ${(naive / assessed).toFixed(1)}`,
      `  确认并变动  ${confirmed.toFixed(2)}秒（每案一个事件，一个事务）`,
    ];
    process.stdout.write(`${words.join('\n')}\n`);
  } finally {
    await desk.close();
  }
});
