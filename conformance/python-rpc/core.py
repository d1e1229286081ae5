"""aliyun-python-sdk-imageseg on aliyun-python-sdk-core: makes the calls that come as lines of JSON; see
conformance/README.md. The library has no classes for answers: it gives their bytes."""
import importlib
import json
import sys

from aliyunsdkcore.acs_exception.exceptions import ServerException
from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.http import protocol_type
from aliyunsdkcore.request import CommonRequest

MODELS = "aliyunsdkimageseg.request.v20191230."


def has_form(call):
    return call["way"] == "FORM" and call["dialect"]["method"] == "POST"


def by_model(call):
    name = call["action"] + "Request"
    request = getattr(importlib.import_module(MODELS + name), name)()
    for name, value in call["parameters"].items():
        getattr(request, "set_" + name)(value)
    return request


def by_name(call):
    request = CommonRequest(domain=call["endpoint"], version="2019-12-30", action_name=call["action"])
    add = request.add_body_params if has_form(call) else request.add_query_param
    for name, value in call["parameters"].items():
        add(name, value)
    return request


def make(call):
    request = by_model(call) if call["way"] == "MODEL" else by_name(call)
    request.set_method(call["dialect"]["method"])
    # The library compares by identity: an equal text that is another object counts as plain HTTP.
    request.set_protocol_type(protocol_type.HTTPS if call["protocol"] == "https" else protocol_type.HTTP)
    request.set_endpoint(call["endpoint"])
    client = AcsClient(call["id"], call["secret"], "cn-shanghai", auto_retry=False, timeout=30, verify=False)
    return json.loads(client.do_action_with_exception(request))


for line in sys.stdin:
    try:
        made = {"answer": make(json.loads(line))}
    except ServerException as refused:
        made = {"error": {"code": refused.get_error_code(), "message": refused.get_error_msg()}}
    except Exception as failed:
        made = {"error": {"code": repr(failed), "message": str(failed)}}
    print(json.dumps(made), flush=True)
