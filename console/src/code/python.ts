import { literal, type Program, SECRET, splitEndpoint } from './program';

const prints = {
  data: 'print(data["ImageURL"])',
  elements: 'for element in data["Elements"]:\n    print(element["ImageURL"])',
  none: 'print(answer)',
};

const followed = `standing = call("GetAsyncJobResult", {"JobId": job})["Data"]
while standing["Status"] in ("QUEUING", "PROCESSING"):
    time.sleep(1)
    standing = call("GetAsyncJobResult", {"JobId": job})["Data"]
if standing["Status"] != "PROCESS_SUCCESS":
    sys.exit(str(standing))
data = json.loads(standing["Result"])`;

/** A program on alibabacloud_tea_openapi, which alibabacloud_imageseg20191230 brings. */
export function python(program: Program): string {
  const { protocol, host } = splitEndpoint(program.endpoint);
  const entries = Object.entries(program.parameters).map(
    ([name, value]) => `    ${literal(name)}: ${literal(value)},\n`,
  );
  const made = `call(${literal(program.action)}, {\n${entries.join('')}})`;
  const once = program.pictures === 'none' ? `answer = ${made}` : `data = ${made}["Data"]`;
  const work = program.asynchronous ? `job = ${made}["RequestId"]\n${followed}` : once;
  const imports = program.asynchronous ? 'import json\nimport sys\nimport time\n\n' : '';
  return `# pip install alibabacloud_imageseg20191230==4.0.1
${imports}from alibabacloud_tea_openapi.client import Client
from alibabacloud_tea_openapi.models import Config, OpenApiRequest, Params
from alibabacloud_tea_util.models import RuntimeOptions

client = Client(Config(
    endpoint=${literal(host)},
    protocol=${literal(protocol)},
    access_key_id=${literal(program.accessKeyId)},
    access_key_secret=${literal(SECRET)},
    read_timeout=60_000,
))


def call(action, parameters):
    named = Params(
        action=action, version=${literal(program.version)}, protocol=${literal(protocol.toUpperCase())}, pathname="/",
        method="POST", auth_type="AK", style="RPC", req_body_type="formData", body_type="json",
    )
    return client.call_api(named, OpenApiRequest(body=parameters), RuntimeOptions())["body"]


${work}
${prints[program.pictures]}
`;
}
