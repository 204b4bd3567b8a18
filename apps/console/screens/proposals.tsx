import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Tag } from 'antd';
import { Link } from 'react-router';
import { answerOf, api, type Schemas } from '../api/client';
import { problemIn } from '../api/problem';
import { proposalsQuery } from '../api/queries';
import { Loaded, Nothing, Page } from '../parts/page';
import { caseName } from '../parts/words';

type Proposal = Schemas['ProposalDto'];

/** 疑似重复、系列: the machine shows two cases side by side; a person decides, and may decide otherwise later. */
export function Proposals() {
  const proposals = useQuery(proposalsQuery());
  return (
    <Page title="疑似重复、系列">
      <Loaded of={proposals}>
        {(list) =>
          list.length === 0 ? (
            <Card>
              <Nothing>
                没有需要判断的提示。新收案件时和每天夜里，系统会比对行为文号、当事人、代理人和请求文字。
              </Nothing>
            </Card>
          ) : (
            <div className="stack">
              {list.map((p) => (
                <Card key={p.id} size="small">
                  <ProposalCard proposal={p} />
                </Card>
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

const words = { open: '待判断', accepted: '已建立关联', rejected: '没有关联' } as const;

export function ProposalCard(props: { proposal: Proposal }) {
  const { proposal } = props;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: (decision: 'accepted' | 'rejected') =>
      answerOf(
        api.POST('/api/v1/proposals/{id}/decision', {
          params: { path: { id: proposal.id } },
          body: { decision, why: decision === 'accepted' ? '经核对属于同一或者关联案件' : '经核对没有关联' },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['proposals'] });
      await queries.invalidateQueries({ queryKey: ['links'] });
    },
    onError: (error) => void message.error(problemIn(error).message),
  });
  const sides = [proposal.left, proposal.right];
  return (
    <>
      <p>
        {proposal.reasons.map((r) => (
          <Tag key={r.resemblance} color="gold">
            {r.title}
            {r.similarity !== null && `（${r.similarity}%）`}
          </Tag>
        ))}
        <Tag>{words[proposal.state]}</Tag>
      </p>
      <table className="plain">
        <thead>
          <tr>
            <th>比对</th>
            {sides.map((s) => (
              <th key={s.case.id}>
                <Link to={`/cases/${s.case.id}`}>{caseName(s.case)}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(
            [
              ['种类', (s) => s.case.kind_title],
              ['收案日期', (s) => s.case.opened_on],
              ['当事人', (s) => s.case.party_names],
              ['行政机关', (s) => s.respondent],
              ['行为文号', (s) => s.act_number ?? '—'],
              ['请求和理由', (s) => s.text],
            ] satisfies [string, (s: Proposal['left']) => string][]
          ).map(([label, of]) => (
            <tr key={label}>
              <th>{label}</th>
              {sides.map((s) => (
                <td key={s.case.id}>{of(s)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="no-print">
        {proposal.state !== 'accepted' && (
          <Button loading={decide.isPending} onClick={() => decide.mutate('accepted')}>
            属实，建立关联
          </Button>
        )}
        {proposal.state !== 'rejected' && (
          <Button loading={decide.isPending} onClick={() => decide.mutate('rejected')}>
            没有关联
          </Button>
        )}
      </div>
    </>
  );
}
