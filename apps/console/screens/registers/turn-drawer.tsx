import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, api } from '../../api/client';
import { type FieldMistake, problemIn } from '../../api/problem';
import { type EntryDetail, entryQuery, type Procedure, proceduresQuery, type Register } from '../../api/queries';
import { EdgeFields } from '../../form/edge-fields';
import { SaveTrouble } from '../../form/trouble';
import { blankFields, FIELDS, filledFields, placeMistakes } from '../../form/values';
import { DayInput } from '../../parts/day-input';
import { Loaded, Nothing } from '../../parts/page';
import { OrganisationPicker } from '../../parts/pickers';
import { caseName } from '../../parts/words';
import { homeFor, may, useMe } from '../../shell/session';

interface Props {
  readonly register: Register;
  readonly id: string;
  readonly today: string;
  readonly onClose: () => void;
}

/** 转为案件: the opening form of the kind, filled with what the entry holds already. */
export function TurnDrawer(props: Props) {
  const me = useMe();
  const entry = useQuery(entryQuery(props.register.name, props.id));
  const procedures = useQuery(proceduresQuery);
  const [kind, setKind] = useState<string | null>(null);
  return (
    <Drawer open width={680} title="转为案件" onClose={props.onClose}>
      <Loaded of={entry}>
        {(found) => {
          const mine = (procedures.data ?? []).filter((p) => may(me, `${p.kind}:act`));
          const open = found.draft === null ? mine : mine.filter((p) => p.kind === found.draft?.kind);
          const procedure = open.find((p) => p.kind === kind) ?? open[0];
          if (procedure === undefined) return <Nothing>您的岗位不能收这一类案件</Nothing>;
          return (
            <>
              {open.length > 1 && (
                <Select
                  aria-label="案件种类"
                  value={procedure.kind}
                  options={open.map((p) => ({ value: p.kind, label: p.title }))}
                  onChange={setKind}
                  style={{ width: 220, marginBottom: 16 }}
                />
              )}
              <TurnForm key={procedure.kind} {...props} entry={found} procedure={procedure} />
            </>
          );
        }}
      </Loaded>
    </Drawer>
  );
}

interface Values {
  organisation_id: string;
  happened_on: string;
  fields?: unknown;
}

function TurnForm(props: Props & { entry: EntryDetail; procedure: Procedure }) {
  const { register, entry, procedure } = props;
  const me = useMe();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [left, setLeft] = useState<readonly FieldMistake[]>([]);
  const openings = procedure.edges.filter((e) => e.opening);
  const edge = openings.find((e) => e.name === entry.draft?.event) ?? openings[0];
  const docs = edge?.fields ?? [];
  const turn = useMutation({
    mutationFn: (values: Values) =>
      answerOf(
        api.POST('/api/v1/registers/{register}/{id}/case', {
          params: { path: { register: register.name, id: entry.id } },
          body: {
            revision: entry.revision,
            kind: procedure.kind,
            event: edge?.name ?? '',
            happened_on: values.happened_on,
            organisation_id: values.organisation_id,
            fields: filledFields(values.fields),
          },
        }),
      ),
    onSuccess: async (receipt) => {
      void message.success(`已登记：${caseName(receipt)}`);
      await queries.invalidateQueries({ refetchType: 'none' });
      await navigate(`/cases/${receipt.id}`);
    },
    onError: (error) =>
      setLeft(placeMistakes(form, docs, ['organisation_id', 'happened_on'], problemIn(error).mistakes)),
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={{
        organisation_id: homeFor(me, procedure.kind),
        happened_on: props.today,
        [FIELDS]: { ...blankFields(procedure.kind, docs), ...entry.draft?.fields },
      }}
      onFinish={(values) => turn.mutate(values)}
      scrollToFirstError={{ block: 'center', focus: true }}
    >
      <p className="cite">{entry.cells.map((c) => `${c.label}：${c.text}`).join('　')}</p>
      <div className="fields">
        <Form.Item name="happened_on" label="收案日期" rules={[{ required: true, message: '请填写日期' }]}>
          <DayInput latest={props.today} required />
        </Form.Item>
        <Form.Item name="organisation_id" label="办理机构" rules={[{ required: true, message: '请选择办理机构' }]}>
          <OrganisationPicker />
        </Form.Item>
      </div>
      <EdgeFields caseKind={procedure.kind} docs={docs} today={props.today} />
      {turn.isError && <SaveTrouble problem={problemIn(turn.error)} left={left} />}
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={turn.isPending}>
          转为案件
        </Button>
      </div>
    </Form>
  );
}
