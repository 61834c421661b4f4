// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/targets.h"
#include "services/http/call.h"
#include "ui/deploy/detailspage.h"

namespace falconer {

class Client;

// All that the server knows of one target. Each part is a request of its own and arrives by itself;
// one that fails says so in its place.
class TargetDetails final : public DetailsPage {
    Q_OBJECT

public:
    explicit TargetDetails(Client &client, QWidget *parent = nullptr);

    // The same target with newer values changes only what is shown of it; another one is asked for
    // anew.
    void showTarget(const Target &target);

private:
    struct Parts {
        Call attributes;
        Call tags;
        Call metadata;
        Call assigned;
        Call installed;
    };

    void showSelf(const Target &target);
    void askSets();
    void askRest();

    Client &m_client;
    Target m_target;
    Parts m_calls;
};

} // namespace falconer
