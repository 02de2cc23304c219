#include "core/model/batched/linear.h"

#include <torch/autograd.h>

#include "core/model/batched/matrix_product.h"

namespace sonoglyph::batched {

namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;

struct Linear : torch::autograd::Function<Linear> {
    static Tensor forward(AutogradContext* context, const Tensor& x, const Tensor& weight, const Tensor& bias)
    {
        context->save_for_backward({x, weight});
        return product(x, weight.t()).add_(bias);
    }

    static tensor_list backward(AutogradContext* context, tensor_list grads)
    {
        const auto saved = context->get_saved_variables();
        const Tensor &x = saved[0], &weight = saved[1];
        const Tensor grad = grads[0].contiguous();
        Tensor forX, forWeight, forBias;
        if (context->needs_input_grad(0)) forX = product(grad, weight);
        if (context->needs_input_grad(1)) forWeight = product(grad.t(), x);
        if (context->needs_input_grad(2)) forBias = grad.sum(0);
        return {forX, forWeight, forBias};
    }
};

}  // namespace

Tensor linear(const Tensor& x, const Tensor& weight, const Tensor& bias) { return Linear::apply(x, weight, bias); }

}  // namespace sonoglyph::batched
