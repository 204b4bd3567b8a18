import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Card } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api, type Schemas } from '../../api/client';
import { type FieldMistake, problemIn } from '../../api/problem';
import { settledFieldsQuery, useToday } from '../../api/queries';
import { SaveTrouble } from '../../form/trouble';
import { Loaded, Loading, Page } from '../../parts/page';
import { caseName } from '../../parts/words';
import { homeFor, useMe } from '../../shell/session';
import { blankDraft, type Draft, entryOf, forget, isBlank, keep, kept, type Mistakes, missing, placed } from './draft';
import { SettleForm } from './settle-form';

type Receipt = Schemas['CaseReceiptDto'];

/** 一页登记: a dispute settled first and written down after, by keyboard alone, saved in one go. */
export function Settle() {
  const fields = useQuery(settledFieldsQuery);
  const today = useToday();
  return (
    <Page
      title="一页登记"
      extra={
        <span className="keys">
          <kbd>Enter</kbd> 加一名　<kbd>Tab</kbd> 下一栏　<kbd>Ctrl</kbd>+<kbd>Enter</kbd> 保存
        </span>
      }
    >
      <Loaded of={fields}>{(docs) => (today === undefined ? <Loading /> : <Entry docs={docs} today={today} />)}</Loaded>
    </Page>
  );
}

function Entry(props: { docs: readonly Schemas['FieldDoc'][]; today: string }) {
  const { today } = props;
  const me = useMe();
  const queries = useQueryClient();
  const personId = me.person.id;
  const [draft, setDraft] = useState<Draft>(() => kept(personId) ?? blankDraft());
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [saved, setSaved] = useState<readonly Receipt[]>([]);
  const organisationId = draft.organisation_id ?? homeFor(me, 'mediation');
  const save = useMutation({
    mutationFn: (entry: Schemas['SettledMediationDto']) =>
      answerOf(
        api.POST('/api/v1/mediations/settled', {
          params: { header: { 'Idempotency-Key': draft.key } },
          body: entry,
        }),
      ),
    onSuccess: (receipt) => {
      forget(personId);
      setSaved([receipt, ...saved]);
      setMistakes({});
      setDraft(blankDraft(draft.organisation_id));
      void queries.invalidateQueries();
    },
    onError: (error) => setMistakes(placed(draft, problemIn(error).mistakes)),
  });
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    if (isBlank(next)) forget(personId);
    else keep(personId, next);
  };
  const submit = () => {
    if (save.isPending) return;
    const gaps = missing(draft);
    setMistakes(gaps);
    save.reset();
    const entry = organisationId === undefined ? null : entryOf(draft, props.docs, today, organisationId);
    if (entry !== null && Object.keys(gaps).length === 0) save.mutate(entry);
  };
  return (
    <div className="stack settle">
      {saved.length > 0 && <Saved receipts={saved} />}
      <Card>
        <SettleForm
          key={draft.key}
          docs={props.docs}
          today={today}
          draft={draft}
          organisationId={organisationId}
          mistakes={mistakes}
          saving={save.isPending}
          onChange={change}
          onSubmit={submit}
          onClear={() => {
            forget(personId);
            setMistakes({});
            save.reset();
            setDraft(blankDraft(draft.organisation_id));
          }}
        />
        {save.isError && (
          <SaveTrouble problem={problemIn(save.error)} left={unplaced(problemIn(save.error).mistakes, props.docs)} />
        )}
      </Card>
    </div>
  );
}

/** Mistakes in what the form does not show. */
const unplaced = (mistakes: readonly FieldMistake[], docs: readonly Schemas['FieldDoc'][]) =>
  mistakes.filter(
    (m) => !['happened_on', 'organisation_id', ...docs.map((d) => d.name)].some((n) => m.field.startsWith(n)),
  );

function Saved(props: { receipts: readonly Receipt[] }) {
  const [last] = props.receipts;
  if (last === undefined) return null;
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      message={
        <>
          已保存：<strong>{caseName(last)}</strong>　<Link to={`/cases/${last.id}`}>打开案件</Link>
          {props.receipts.length > 1 && <span className="quiet">　本次已登记{props.receipts.length}件</span>}
        </>
      }
    />
  );
}
