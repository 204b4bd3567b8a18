import { type Office, openOffice } from '@test/office';
import { dispute, refusals } from './entries';

describe('a mediation that ends without an agreement', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-04-01');
  });
  afterAll(() => office.close());
  const register = () => office.as('mediator').receives('mediation', 'register', '2024-04-01', dispute());

  it('fails: both are told, the period is met, nothing runs on', async () => {
    const file = await register();
    await file.does('accept');
    expect(await refusals(file.on('2024-04-02').does('agree-orally'))).toEqual(['engine.state']);
    await file.on('2024-04-08').does('mediate');
    await file.on('2024-04-15').does('fail', { reason: 'no-agreement', onward: 'court' });
    expect(await file.shows()).toEqual({ state: 'failed', papers: ['mediation.termination-notice'] });
    expect(await file.clock('mediation.period')).toMatchObject({ status: 'met', ended_on: '2024-04-15' });
    expect(await file.facts()).toMatchObject({ outcome: 'failed', closed_on: '2024-04-15' });
    expect(await file.facts()).not.toHaveProperty('agreed_on');
    // A session before the end that nobody had written down; none after it.
    await file.on('2024-04-12').does('record-session');
    expect(await refusals(file.on('2024-04-16').does('record-session'))).toEqual(['session.before-end']);
    expect(await refusals(file.on('2024-04-16').does('follow-up'))).toEqual(['engine.state', 'agreement.reached']);
    await file.on('2024-04-30').does('archive');
    expect((await file.shows()).state).toBe('archived');
  });

  it('fails before the first session where a party stays away', async () => {
    const file = await register();
    await file.on('2024-04-02').does('accept');
    await file.on('2024-04-10').does('fail', { reason: 'absent', onward: 'court' });
    expect(await file.facts()).toMatchObject({ outcome: 'failed', session_count: 0 });
  });

  it('is declined when it is no matter for mediation', async () => {
    const file = await register();
    await file.on('2024-04-03').does('decline', { reason: 'not-civil' });
    expect(await file.shows()).toEqual({ state: 'declined', papers: ['mediation.refusal-notice'] });
    expect(await file.facts()).toMatchObject({ outcome: 'declined', closed_on: '2024-04-03' });
    expect(await refusals(file.on('2024-04-04').does('accept'))).toEqual(['engine.state']);
  });

  it('is withdrawn by the parties, in every stage before the agreement', async () => {
    const early = await register();
    await early.on('2024-04-02').does('withdraw');
    const later = await register();
    await later.on('2024-04-02').does('accept');
    await later.on('2024-04-03').does('mediate');
    await later.on('2024-04-08').does('withdraw', { note: '双方自行和解' });
    expect((await early.shows()).state).toBe('withdrawn');
    expect(await later.facts()).toMatchObject({ outcome: 'withdrawn', closed_on: '2024-04-08' });
    expect(await later.clock('mediation.period')).toMatchObject({ status: 'cancelled' });
  });

  it('is handed on to the court with a letter', async () => {
    const file = await register();
    await file.does('accept');
    await file.on('2024-04-09').does('transfer', { destination: 'court', receiver: '测试县人民法院' });
    expect(await file.shows()).toEqual({ state: 'transferred', papers: ['mediation.transfer-letter'] });
    expect(await file.clock('mediation.period')).toMatchObject({ status: 'cancelled', ended_on: '2024-04-09' });
    expect(await file.facts()).toMatchObject({ outcome: 'transferred', closed_on: '2024-04-09' });
  });
});
