import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { answerOf, api, newKey } from '../api/client';
import { type FieldMistake, problemIn } from '../api/problem';
import { caseQuery, type Edge, type Procedure, proceduresQuery, useToday } from '../api/queries';
import { EdgeFields } from '../form/edge-fields';
import { useLeaveWarning } from '../form/leaving';
import { SaveTrouble } from '../form/trouble';
import { blankFields, FIELDS, filledFields, filledIn, placeMistakes } from '../form/values';
import { DayInput } from '../parts/day-input';
import { Loaded, Loading, Page, Trouble } from '../parts/page';
import { OrganisationPicker, PersonPicker } from '../parts/pickers';
import { caseName, markWords } from '../parts/words';
import { NotFound } from '../shell/astray';
import { homeFor, mayOpen, useMe } from '../shell/session';
import { convene, MeetingCases } from './meetings/disputes';

/** 新收案件: the form of the procedure's opening edge; a procedure with several asks first which it is. */
export function OpenCase() {
  const me = useMe();
  const { kind = '' } = useParams();
  const [search] = useSearchParams();
  const procedures = useQuery(proceduresQuery);
  const today = useToday();
  return (
    <Loaded of={procedures}>
      {(all) => {
        const procedure = all.find((p) => p.kind === kind);
        if (procedure === undefined || !mayOpen(me, procedure)) return <NotFound />;
        if (today === undefined) return <Loading />;
        return (
          <Opening
            key={`${kind} ${search}`}
            procedure={procedure}
            parentId={search.get('parent')}
            event={search.get('event')}
            organisationId={search.get('organisation')}
            handlerId={search.get('handler')}
            today={today}
          />
        );
      }}
    </Loaded>
  );
}

interface Asked {
  procedure: Procedure;
  parentId: string | null;
  /** Whose it is to be, where the address says so: an order of supervision goes to whoever has the case. */
  organisationId: string | null;
  handlerId: string | null;
  today: string;
}

function Opening(props: Asked & { event: string | null }) {
  const { procedure, parentId } = props;
  const opening = procedure.edges.filter((e) => e.opening && (parentId !== null || !e.continues));
  // From an earlier case, what continues it stands first.
  const edges = [...opening.filter((e) => e.continues), ...opening.filter((e) => !e.continues)];
  const [name, setName] = useState(edges.find((e) => e.name === props.event)?.name ?? edges[0]?.name);
  const edge = edges.find((e) => e.name === name);
  return (
    <Page title={`新收${procedure.title}`}>
      <Card className="form-card">
        {parentId !== null && <Parent id={parentId} />}
        {edges.length > 1 && (
          <Radio.Group
            className="which-edge"
            optionType="button"
            aria-label="收案方式"
            value={name}
            options={edges.map((e) => ({ value: e.name, label: e.title }))}
            onChange={(event) => setName(event.target.value)}
          />
        )}
        {edge !== undefined && <OpeningForm key={edge.name} {...props} edge={edge} />}
      </Card>
    </Page>
  );
}

function Parent(props: { id: string }) {
  const parent = useQuery(caseQuery(props.id));
  if (parent.isError) return <Trouble error={parent.error} />;
  return (
    <p className="cite">
      前案：{parent.data === undefined ? '正在载入…' : `${caseName(parent.data)}　${parent.data.party_names}`}
    </p>
  );
}

interface Values {
  organisation_id: string;
  handler_id?: string;
  legacy_number?: string;
  happened_on: string;
  fields?: unknown;
  /** Of a meeting: the cases it deals with. */
  case_ids?: string[];
}
const OWN = ['organisation_id', 'handler_id', 'legacy_number', 'happened_on', 'case_ids'];

function OpeningForm(props: Asked & { edge: Edge }) {
  const { procedure, edge, parentId, today } = props;
  const me = useMe();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [key] = useState(newKey);
  const [touched, setTouched] = useState(false);
  const [left, setLeft] = useState<readonly FieldMistake[]>([]);
  const letGo = useLeaveWarning(touched);
  const meets = procedure.kind === 'meeting';
  const open = useMutation({
    mutationFn: (values: Values) => {
      if (meets) return convene(values);
      const legacy = filledIn(values.legacy_number);
      return answerOf(
        api.POST('/api/v1/cases', {
          params: { header: { 'Idempotency-Key': key } },
          body: {
            kind: procedure.kind,
            event: edge.name,
            organisation_id: values.organisation_id,
            happened_on: values.happened_on,
            fields: filledFields(values.fields),
            handler_id: values.handler_id ?? null,
            ...(parentId === null ? {} : { parent_id: parentId }),
            ...(typeof legacy === 'string' ? { legacy_number: legacy } : {}),
          },
        }),
      );
    },
    onSuccess: async (receipt) => {
      letGo();
      void message.success(`已登记：${caseName(receipt)}`);
      await queries.invalidateQueries({ refetchType: 'none' });
      await navigate(`/cases/${receipt.id}`);
    },
    onError: (error) => setLeft(placeMistakes(form, edge.fields, OWN, problemIn(error).mistakes)),
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={{
        organisation_id: props.organisationId ?? homeFor(me, procedure.kind),
        handler_id: props.handlerId ?? me.person.id,
        happened_on: today,
        [FIELDS]: blankFields(procedure.kind, edge.fields),
      }}
      onValuesChange={() => setTouched(true)}
      onFinish={(values) => open.mutate(values)}
      scrollToFirstError={{ block: 'center', focus: true }}
    >
      <p className="cite">
        依据：{edge.cite}
        {edge.mark !== 'V' && `（${markWords[edge.mark]}）`}
      </p>
      <div className="fields">
        <Form.Item name="happened_on" label={`${edge.title}日期`} rules={[{ required: true, message: '请填写日期' }]}>
          <DayInput latest={today} required />
        </Form.Item>
        <Form.Item name="organisation_id" label="办理机构" rules={[{ required: true, message: '请选择办理机构' }]}>
          <OrganisationPicker />
        </Form.Item>
        {!meets && (
          <>
            <Form.Item name="handler_id" label="承办人" extra="可以留空，由分派台分派">
              <PersonPicker allowClear placeholder="暂不分配" />
            </Form.Item>
            <Form.Item name="legacy_number" label="旧案号" extra="旧系统或者纸质台账上的案号">
              <Input maxLength={100} />
            </Form.Item>
          </>
        )}
      </div>
      <EdgeFields caseKind={procedure.kind} docs={edge.fields} today={today} />
      {meets && <MeetingCases />}
      {open.isError && <SaveTrouble problem={problemIn(open.error)} left={left} />}
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={open.isPending}>
          登记
        </Button>
      </div>
    </Form>
  );
}
