import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { type FieldDoc, respondentsQuery } from '../api/queries';
import { blankParty, FIELDS, partyKinds } from './values';

/** 当事人: one row each, role and name first; identity number, phone and address are never required. */
export function PartiesField(props: { caseKind: string; doc: FieldDoc }) {
  const { doc } = props;
  const [detailed, setDetailed] = useState(false);
  const path = [FIELDS, doc.name];
  return (
    <fieldset className="parties">
      <legend>
        {doc.required && <span className="must" aria-hidden>{`* `}</span>}
        {doc.label}
        <Button type="link" size="small" onClick={() => setDetailed(!detailed)} aria-expanded={detailed}>
          {detailed ? '收起证件、电话和地址' : '填写证件、电话和地址'}
        </Button>
      </legend>
      {doc.hint !== null && <p className="hint">{doc.hint}</p>}
      <Form.List name={path}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map((row) => (
              <PartyRow
                key={row.key}
                caseKind={props.caseKind}
                at={row.name}
                doc={doc}
                detailed={detailed}
                onRemove={rows.length > 1 || !doc.required ? () => remove(row.name) : undefined}
              />
            ))}
            <div className="party-add">
              {doc.roles.map((role) => (
                <Button
                  key={role.value}
                  size="small"
                  icon={<PlusOutlined />}
                  onClick={() => add(blankParty(props.caseKind, role.value))}
                >
                  {role.label}
                </Button>
              ))}
            </div>
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

function PartyRow(props: {
  caseKind: string;
  at: number;
  doc: FieldDoc;
  detailed: boolean;
  onRemove: (() => void) | undefined;
}) {
  const { at, doc } = props;
  const role: unknown = Form.useWatch([FIELDS, doc.name, at, 'role']);
  const nth = `第${at + 1}名当事人`;
  return (
    <div className="party-row">
      <Form.Item name={[at, 'role']} rules={[{ required: true, message: '请选择身份' }]}>
        <Select options={doc.roles} aria-label={`${nth}的身份`} />
      </Form.Item>
      <Form.Item name={[at, 'kind']}>
        <Select options={partyKinds} aria-label={`${nth}的类别`} />
      </Form.Item>
      <Form.Item name={[at, 'name']} rules={[{ required: true, whitespace: true, message: '请填写姓名或者名称' }]}>
        {props.caseKind === 'reconsideration' && role === 'respondent' ? (
          <RespondentName label={`${nth}的姓名或者名称`} />
        ) : (
          <Input placeholder="姓名或者名称" maxLength={100} aria-label={`${nth}的姓名或者名称`} autoComplete="off" />
        )}
      </Form.Item>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={`删去${nth}`}
        disabled={props.onRemove === undefined}
        onClick={props.onRemove}
      />
      {props.detailed && (
        <div className="party-more">
          <Form.Item name={[at, 'id_number']}>
            <Input placeholder="身份证号或者统一社会信用代码" aria-label={`${nth}的证件号码`} autoComplete="off" />
          </Form.Item>
          <Form.Item name={[at, 'phone']}>
            <Input placeholder="电话" aria-label={`${nth}的电话`} autoComplete="off" />
          </Form.Item>
          <Form.Item name={[at, 'address']}>
            <Input placeholder="地址" aria-label={`${nth}的地址`} autoComplete="off" />
          </Form.Item>
        </div>
      )}
    </div>
  );
}

/** A respondent, typed or chosen from 被申请人库; what is chosen brings its level and field along. */
function RespondentName(props: { id?: string; label: string; value?: string; onChange?: (name: string) => void }) {
  const form = Form.useFormInstance();
  const known = useQuery(respondentsQuery);
  const options = (known.data ?? []).map((r) => ({ value: r.name, label: r.name, level: r.level, field: r.field }));
  return (
    <AutoComplete
      id={props.id}
      value={props.value}
      onChange={props.onChange}
      onSelect={(_, chosen) => {
        form.setFieldValue([FIELDS, 'respondent_level'], chosen.level);
        form.setFieldValue([FIELDS, 'field'], chosen.field);
      }}
      options={options}
      filterOption={(typed, option) => option?.label.includes(typed.trim()) ?? false}
    >
      <Input placeholder="机关全称，可从被申请人库选择" maxLength={100} aria-label={props.label} autoComplete="off" />
    </AutoComplete>
  );
}
