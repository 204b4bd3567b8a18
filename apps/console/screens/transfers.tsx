import { useQuery } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import { Link } from 'react-router';
import { transfersQuery } from '../api/queries';
import { Loaded, Nothing, Page } from '../parts/page';
import { caseName, transferOutcome } from '../parts/words';
import { WithdrawTransfer } from './withdraw-transfer';

/** 案件流转: what waits for its receipt here, and what was sent from here. Receipt and return are done on the case; its sender takes it back here. */
export function Transfers() {
  const transfers = useQuery(transfersQuery);
  return (
    <Page title="案件流转">
      <Card>
        <Loaded of={transfers}>
          {(list) =>
            list.length === 0 ? (
              <Nothing>没有移送到本机构或者从本机构移出的案件</Nothing>
            ) : (
              <table className="plain">
                <thead>
                  <tr>
                    <th>方向</th>
                    <th>案件</th>
                    <th>从</th>
                    <th>到</th>
                    <th>移送日期</th>
                    <th>签收</th>
                  </tr>
                </thead>
                <tbody>
                  {list.map((t) => (
                    <tr key={t.id}>
                      <td>{t.direction === 'in' ? '移入' : '移出'}</td>
                      <td>
                        {t.case === null ? (
                          t.register_number
                        ) : (
                          <Link to={`/cases/${t.case.id}`}>
                            {caseName(t.case)}　{t.case.party_names}
                          </Link>
                        )}
                      </td>
                      <td>{t.from}</td>
                      <td>{t.to}</td>
                      <td>{t.sent_on}</td>
                      <td>
                        {t.outcome === null ? (
                          <>
                            <Tag color="orange">待签收</Tag>
                            {t.withdrawal !== null && <WithdrawTransfer {...t.withdrawal} number={t.register_number} />}
                          </>
                        ) : (
                          `${t.settled_on} ${transferOutcome(t.outcome)}`
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Loaded>
      </Card>
    </Page>
  );
}
