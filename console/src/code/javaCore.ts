import { indented, literal, type Program, SECRET, splitEndpoint } from './program';

const prints = {
  data: ['System.out.println(data.get("ImageURL").getAsString());'],
  elements: [
    'for (JsonElement element : data.getAsJsonArray("Elements")) {',
    '    System.out.println(element.getAsJsonObject().get("ImageURL").getAsString());',
    '}',
  ],
  none: [],
};

const whole = ['System.out.println(call(ACTION, parameters));'];

const once = ['JsonObject data = call(ACTION, parameters).getAsJsonObject("Data");'];

const followed = [
  'String job = call(ACTION, parameters).get("RequestId").getAsString();',
  'JsonObject standing = call("GetAsyncJobResult", Map.of("JobId", job)).getAsJsonObject("Data");',
  'while (List.of("QUEUING", "PROCESSING").contains(standing.get("Status").getAsString())) {',
  '    Thread.sleep(1000);',
  '    standing = call("GetAsyncJobResult", Map.of("JobId", job)).getAsJsonObject("Data");',
  '}',
  'if (!standing.get("Status").getAsString().equals("PROCESS_SUCCESS")) {',
  '    throw new IllegalStateException(standing.toString());',
  '}',
  'JsonObject data = new Gson().fromJson(standing.get("Result").getAsString(), JsonObject.class);',
];

function stepsOf({ asynchronous, pictures }: Program): readonly string[] {
  return asynchronous ? followed : pictures === 'none' ? whole : once;
}

/** A program on com.aliyun:aliyun-java-sdk-core, which brings Gson. */
export function javaCore(program: Program): string {
  const { protocol, host } = splitEndpoint(program.endpoint);
  const entries = Object.entries(program.parameters).map(
    ([name, value]) => `parameters.put(${literal(name)}, ${literal(value)});`,
  );
  const work = stepsOf(program).map((line) => line.replace('ACTION', literal(program.action)));
  const element = program.pictures === 'elements' ? 'import com.google.gson.JsonElement;\n' : '';
  const list = program.asynchronous ? 'import java.util.List;\n' : '';
  return `// Maven: com.aliyun:aliyun-java-sdk-core:4.7.10
import com.aliyuncs.CommonRequest;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import com.google.gson.Gson;
${element}import com.google.gson.JsonObject;
import java.util.HashMap;
${list}import java.util.Map;

public class Call {
    static final DefaultAcsClient client = new DefaultAcsClient(
            DefaultProfile.getProfile("cn-shanghai", ${literal(program.accessKeyId)}, ${literal(SECRET)}));

    public static void main(String[] arguments) throws Exception {
        Map<String, String> parameters = new HashMap<>();
${indented([...entries, ...work, ...prints[program.pictures]], 8)}
        client.shutdown();
    }

    static JsonObject call(String action, Map<String, String> parameters) throws ClientException {
        CommonRequest request = new CommonRequest();
        request.setSysDomain(${literal(host)});
        request.setSysProtocol(ProtocolType.${protocol.toUpperCase()});
        request.setSysMethod(MethodType.POST);
        request.setSysVersion(${literal(program.version)});
        request.setSysAction(action);
        request.setSysReadTimeout(60_000);
        parameters.forEach(request::putBodyParameter);
        return new Gson().fromJson(client.getCommonResponse(request).getData(), JsonObject.class);
    }
}
`;
}
