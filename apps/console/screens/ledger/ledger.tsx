import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Schemas } from '../../api/client';
import { ledgerQuery } from '../../api/queries';
import { Loaded, Nothing, Page } from '../../parts/page';
import { caseName } from '../../parts/words';
import { type ClockLedger, ClockSheet } from './clock-sheet';
import { WhatIf } from './what-if';

/** 期限账本 of one case, printed on A4 as it stands. */
export function Ledger() {
  const { id = '' } = useParams();
  const ledger = useQuery(ledgerQuery(id));
  return <Loaded of={ledger}>{(data) => <Sheets ledger={data} />}</Loaded>;
}

function Sheets(props: { ledger: Schemas['LedgerDto'] }) {
  const { case: of, as_of, clocks } = props.ledger;
  const [tried, setTried] = useState<ClockLedger | null>(null);
  return (
    <Page
      title={`期限账本 ${caseName(of)}`}
      heading={
        <>
          <small>期限账本</small> {caseName(of)}
        </>
      }
      extra={
        <>
          <Link to={`/cases/${of.id}`} className="no-print">
            回到案件
          </Link>
          <Button icon={<PrinterOutlined />} className="no-print" onClick={() => window.print()}>
            打印
          </Button>
        </>
      }
    >
      <Card className="ledger">
        <p>
          {of.kind_title}　{of.party_names}　{of.state_title}　截至{as_of}
        </p>
        {clocks.length === 0 && <Nothing>本案没有期限</Nothing>}
        {clocks.map((clock) => (
          <ClockSheet key={clock.id} clock={clock}>
            <Button size="small" className="no-print" onClick={() => setTried(clock)}>
              试算
            </Button>
          </ClockSheet>
        ))}
      </Card>
      {tried !== null && <WhatIf key={tried.id} caseId={of.id} clock={tried} onClose={() => setTried(null)} />}
    </Page>
  );
}
