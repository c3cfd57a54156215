"""Drives Alibaba's generated SDKs, and says what their own typed models parsed."""

from alibabacloud_bpstudio20210931 import models as bpstudio
from alibabacloud_bpstudio20210931.client import Client as BpStudio
from alibabacloud_oos20190601 import models as oos
from alibabacloud_oos20190601.client import Client as Oos
from alibabacloud_tea_openapi import models as openapi
from commands import serve


def start(command):
    request = oos.StartExecutionRequest(
        region_id="cn-hangzhou", template_name=command["template"], tags={"k1": "v1"}
    )
    return execution(client(Oos, command).start_execution(request).body.execution)


def read(command):
    request = oos.ListExecutionsRequest(region_id="cn-hangzhou", execution_id=command["id"])
    body = client(Oos, command).list_executions(request).body
    found = [execution(one) for one in body.executions]
    return {"total_count": body.total_count, "executions": found, "whole": body.to_map()}


def execution(one):
    return {
        "execution_id": one.execution_id,
        "status": one.status,
        "template_name": one.template_name,
        "outputs": one.outputs,
        "is_parent": one.is_parent,
        "start_date": one.start_date,
    }


def cancel(command):
    request = oos.CancelExecutionRequest(region_id="cn-hangzhou", execution_id=command["id"])
    return {"request_id": client(Oos, command).cancel_execution(request).body.request_id}


def operate(command):
    request = bpstudio.ExecuteOperationASyncRequest(
        service_type="ecs",
        operation="modifyInstanceType",
        attributes={"instanceId": "i-1", "regionId": "cn-beijing", "note": "ü & 100 % *~"},
    )
    body = client(BpStudio, command).execute_operation_async(request).body
    return {"code": body.code, "data": body.data, "request_id": body.request_id}


def result(command):
    request = bpstudio.GetExecuteOperationResultRequest(operation_id=command["id"])
    body = client(BpStudio, command).get_execute_operation_result(request).body
    data = body.data
    return {
        "code": body.code,
        "operation_id": data.operation_id,
        "status": data.status,
        "message": data.message,
        "arguments": data.arguments,
        "whole": body.to_map(),
    }


def client(sdk, command):
    key = command["key"]
    config = openapi.Config(
        access_key_id=key["id"],
        access_key_secret=key["secret"],
        security_token=key.get("securityToken"),
        endpoint=command["host"],
        protocol="HTTP",
        signature_algorithm=command.get("signatureAlgorithm"),
    )
    return sdk(config)


def describe(error):
    return {
        "code": getattr(error, "code", str(error)),
        "status": getattr(error, "status_code", None),
    }


serve({"start": start, "read": read, "cancel": cancel, "operate": operate, "result": result}, describe)
