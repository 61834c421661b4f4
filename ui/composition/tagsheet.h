// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsettags.h"
#include "services/http/call.h"
#include "services/http/result.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/formsheet.h"

class QLineEdit;

namespace falconer {

class ColourField;

// Makes a tag for distribution sets, or changes its name, description and colour.
class TagSheet final : public FormSheet {
    Q_OBJECT

public:
    // tag: the one to be changed.
    TagSheet(const RepositoryContext &context, const std::optional<DistributionSetTag> &tag,
        QWidget *window);

signals:
    void created(const falconer::DistributionSetTag &tag);

protected:
    void submit() override;

private:
    NewDistributionSetTag typed() const;
    bool isComplete(const NewDistributionSetTag &wanted);
    void create(const NewDistributionSetTag &wanted);
    void change(const NewDistributionSetTag &wanted);
    void refuseTag(const Error &error);

    Client &m_client;
    std::optional<DistributionSetTag> m_tag;
    QLineEdit *m_name;
    QLineEdit *m_description;
    ColourField *m_colour;
    FormField *m_nameField = nullptr;
    FormField *m_colourField = nullptr;
    Call m_call;
};

} // namespace falconer
